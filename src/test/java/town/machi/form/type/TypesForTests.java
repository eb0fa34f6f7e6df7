package town.machi.form.type;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import town.machi.form.QuestionType;
import town.machi.form.QuestionTypes;
import town.machi.platform.MachiProperties;
import town.machi.platform.NodeAddress;
import town.machi.platform.Town;

/// The kinds of question without Spring and database: all but files.
public final class TypesForTests {

    private TypesForTests() {}

    public static Town town() {
        MachiProperties properties = new MachiProperties(
                8080,
                "localhost",
                Path.of("target"),
                Path.of("towns/ashikita"),
                false,
                Set.of("public"),
                "",
                false,
                new MachiProperties.Db("", "", "", ""));
        return new Town(properties, new NodeAddress(properties));
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
