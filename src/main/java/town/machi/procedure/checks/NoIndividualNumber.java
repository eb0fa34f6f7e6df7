package town.machi.procedure.checks;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import town.machi.procedure.Question;
import town.machi.procedure.Words;
import town.machi.procedure.reading.Places;

/// No form asks for the 個人番号 (decision 11). The card itself may be named.
final class NoIndividualNumber implements DefinitionRule {

    private static final Pattern NUMBER =
            Pattern.compile("個人番号(?!カード)|マイナンバー(?!カード)|(?i)individual number(?! card)|my number(?! card)");

    @Override
    public void check(Subject subject) {
        subject.definition().questions().stream()
                .flatMap(question -> Stream.concat(
                        Stream.of(question), question.children().stream().map(child -> child)))
                .filter(NoIndividualNumber::asks)
                .forEach(question -> subject.fault(
                        subject.at(Places.Kind.QUESTION, question.id()),
                        "質問「" + question.id() + "」は個人番号（マイナンバー）を聞いています。この仕組みでは扱えないので、消してください。"));
    }

    private static boolean asks(Question question) {
        Words label = question.label();
        return Stream.of(label.ja(), label.easy(), label.en())
                .anyMatch(text -> text != null && NUMBER.matcher(text).find());
    }
}
