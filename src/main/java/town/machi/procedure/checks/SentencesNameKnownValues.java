package town.machi.procedure.checks;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.machi.procedure.AnswerShape;
import town.machi.procedure.Question;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// What stands in braces in a sentence is a question or a value of the town.
final class SentencesNameKnownValues implements DefinitionRule {

    private static final Pattern BRACES = Pattern.compile("[{｛]([^{}｛｝]*)[}｝]");

    @Override
    public void check(Subject subject) {
        Set<String> known = new TreeSet<>(subject.surroundings().facts().keySet());
        for (Question question : subject.definition().questions()) {
            known.add(question.id());
            AnswerShape shape = subject.surroundings().shapes().get(question.type());
            if (shape != null) {
                shape.parts().keySet().forEach(part -> known.add(question.id() + "." + part));
            }
        }
        subject.places().sentences().forEach(text -> check(subject, text, known));
    }

    private static void check(Subject subject, Node.Text text, Set<String> known) {
        Matcher matcher = BRACES.matcher(text.value());
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            if (matcher.group().indexOf('｛') >= 0 || matcher.group().indexOf('｝') >= 0) {
                subject.fault(text.mark(), "全角の括弧「｛｝」が使われています。半角の {" + name + "} に直してください。");
            } else if (!known.contains(name)) {
                subject.fault(text.mark(), "文の中の {" + name + "} に当たる質問も値もありません。" + Nearest.hint(name, known));
            }
        }
    }
}
