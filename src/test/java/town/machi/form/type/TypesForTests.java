package town.machi.form.type;

import java.util.List;
import town.machi.form.QuestionType;
import town.machi.form.QuestionTypes;
import town.machi.platform.Town;
import town.machi.support.TestTown;

/// The kinds of question without Spring and database: all but files.
public final class TypesForTests {

    private TypesForTests() {}

    public static Town town() {
        return TestTown.ashikita();
    }

    public static QuestionTypes all() {
        Town town = town();
        List<QuestionType> types = List.of(
                new TextQuestion(),
                new LongTextQuestion(),
                new NumberQuestion(),
                new YenQuestion(),
                new DateQuestion(),
                new ChoiceQuestion(),
                new ChoicesQuestion(),
                new PersonQuestion(),
                new AddressQuestion(town),
                new PhoneQuestion(),
                new MailQuestion(),
                new BankAccountQuestion(),
                new PlaceQuestion(town),
                new GroupQuestion(),
                new ConsentQuestion());
        return new QuestionTypes(types);
    }
}
