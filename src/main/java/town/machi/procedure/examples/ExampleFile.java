package town.machi.procedure.examples;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import town.machi.kernel.BusinessCalendar;
import town.machi.procedure.Example;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Mark;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;
import town.machi.procedure.yaml.YamlText;

/// One file as it stands, before the example that it is like is looked up.
///
/// @param whole whether everything in it could be read
record ExampleFile(
        String name,
        String title,
        Optional<Instant> at,
        Optional<Example.Line> like,
        List<Example.Line> settings,
        List<Example.Line> answers,
        List<Example.Line> expected,
        Optional<Example.Line> pages,
        boolean whole) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> KEYS =
            new TreeSet<>(Set.of("example", "at", "like", "settings", "answers", "expect", "pages"));

    static ExampleFile read(String name, String text, Faults faults) {
        int before = faults.size();
        Node.Table table = YamlText.read(name, text, faults);
        boolean readable = table.find(Node.UNREADABLE).isEmpty();
        if (readable) {
            checkKeys(table, faults);
        }
        Entries entries = new Entries(table, faults);
        Optional<Instant> at = entries.one("at").flatMap(line -> at(line, faults));
        return new ExampleFile(
                name,
                entries.one("example").map(Example.Line::text).orElse(name),
                at,
                entries.one("like"),
                entries.lines("settings"),
                entries.lines("answers"),
                expected(entries, faults),
                entries.one("pages"),
                faults.size() == before);
    }

    private static void checkKeys(Node.Table table, Faults faults) {
        for (Node.Entry entry : table.entries()) {
            String key = entry.key().value();
            if (!KEYS.contains(key)) {
                faults.add(entry.key().mark(), "「" + key + "」という項目は例にはありません。" + Nearest.hint(key, KEYS));
            }
        }
        need("example", "何が起きるかを一行で", table, faults);
        need("at", "届け出る日と時刻。2026-12-24 10:00 のように書きます", table, faults);
        need("expect", "ok か、出るはずの文", table, faults);
        if (table.find("answers").isEmpty() && table.find("like").isEmpty()) {
            need("answers", "質問の名前と答え", table, faults);
        }
    }

    private static void need(String key, String meaning, Node.Table table, Faults faults) {
        if (table.find(key).isEmpty()) {
            Mark mark = new Mark(table.mark().file(), 1, 1);
            faults.add(mark, "例に「" + key + "」（" + meaning + "）がありません。書き足してください。");
        }
    }

    private static Optional<Instant> at(Example.Line line, Faults faults) {
        try {
            LocalDateTime time = LocalDateTime.parse(line.text(), MINUTE);
            return Optional.of(time.atZone(BusinessCalendar.TOKYO).toInstant());
        } catch (DateTimeParseException e) {
            faults.add(line.fault("「" + line.text() + "」は日と時刻として読めません。2026-12-24 10:00 のように書いてください。"));
            return Optional.empty();
        }
    }

    /// `expect: ok`, or sentences by question.
    private static List<Example.Line> expected(Entries entries, Faults faults) {
        Optional<Example.Line> word = entries.word("expect");
        if (word.isEmpty()) {
            return entries.lines("expect");
        }
        if (!word.get().text().equals("ok")) {
            faults.add(word.get().fault("expect には ok か、次の行に字下げして「質問の名前: 出るはずの文」を書いてください。"));
        }
        return List.of();
    }
}
