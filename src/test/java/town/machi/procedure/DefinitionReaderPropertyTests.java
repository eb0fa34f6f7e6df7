package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a clerk does to a file, the reader answers with a definition or with faults, and never breaks.
class DefinitionReaderPropertyTests {

    private static final List<String> PIECES = List.of(
            "",
            "\t",
            "\u3000",
            "：",
            ":",
            ": ",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "!",
            "&a ",
            "*a",
            "|",
            ">",
            "- ",
            "#",
            "%",
            "@",
            "`",
            "\\",
            "\n",
            "\n\n",
            "---\n",
            "? ",
            "~",
            "null",
            "{today}",
            "check: !x",
            "&& ",
            "== 'x'",
            "葛\uDB40\uDD02",
            "𠮷",
            "\uD800",
            "\u0000",
            "\uFEFF",
            "0",
            "when: a == 'b'",
            "of: {a: b}",
            "use: person");

    /// Replace `length` characters at `at` (both in thousandths of the text) by `piece`.
    record Change(int at, int length, String piece) {

        String apply(String text) {
            int from = text.length() * at / 1000;
            int to = Math.min(text.length(), from + length);
            return text.substring(0, from) + piece + text.substring(to);
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(5, 0),
                                net.jqwik.api.Tuple.of(4, 1),
                                net.jqwik.api.Tuple.of(2, 7),
                                net.jqwik.api.Tuple.of(1, 120)),
                        Arbitraries.of(PIECES))
                .as(Change::new);
        return change.list().ofMinSize(1).ofMaxSize(5);
    }

    private static String changed(String text, List<Change> changes) {
        String mutated = text;
        for (Change change : changes) {
            mutated = change.apply(mutated);
        }
        return mutated;
    }

    private static void answers(ProcedureSource source) {
        DefinitionReader.Outcome outcome = Sources.read(source);
        assertThat(outcome.faults().isEmpty()).isEqualTo(outcome.whole().isPresent());
        assertThat(outcome.faults()).allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
            assertThat(fault.sentence()).matches("(?s).*[。）]$");
        });
    }

    @Property(tries = 1_500)
    @Label("定義をどう壊しても、定義か、まちがいの一覧になる")
    void definition(@ForAll("changes") List<Change> changes) {
        answers(Sources.of(changed(Sources.SMALL, changes)));
    }

    @Property(tries = 200)
    @Label("本物の手続の、どのファイルを壊しても同じ")
    void anyFile(@ForAll("changes") List<Change> changes, @ForAll("file") String file) {
        ProcedureFolder.Found found = new ProcedureFolder(Sources.TOWN).list().getFirst();
        var files = new java.util.TreeMap<>(found.source().files());
        files.computeIfPresent(file, (name, text) -> changed(text, changes));
        answers(new ProcedureSource(files));
    }

    @Provide
    Arbitrary<String> file() {
        return Arbitraries.of(
                ProcedureSource.MAIN, ProcedureSource.EASY, ProcedureSource.ENGLISH, ProcedureSource.VOCABULARY);
    }

    @Property(tries = 1_000)
    @Label("条件に何を書いても、条件か、まちがいになる")
    void condition(@ForAll("expressions") String expression) {
        answers(Sources.of(Sources.small(
                "check: born <= today", "check: |\n      " + expression.replace("\n", "\n      ") + "\n   ")));
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                        "born",
                        "today",
                        "build",
                        "'small'",
                        "'x'",
                        "count",
                        "3",
                        "-1",
                        "0.5",
                        "<=",
                        "==",
                        "!=",
                        "&&",
                        "||",
                        "!",
                        "(",
                        ")",
                        "[",
                        "]",
                        "in",
                        ",",
                        "?",
                        ":",
                        ".",
                        "owner",
                        "family",
                        "age",
                        "date",
                        "size",
                        "colours",
                        "exists",
                        "all",
                        "c",
                        "+",
                        "-",
                        "*",
                        "/",
                        "%",
                        "=",
                        "and",
                        "≧",
                        "条件",
                        "{",
                        "}",
                        "\"",
                        "'",
                        "\\",
                        "null",
                        "true",
                        "businessDaysAfter",
                        "timestamp",
                        "duration('1h')",
                        "matches")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    @Property(tries = 300)
    @Label("YAML でない文字の並びでも同じ")
    void anything(@ForAll String text) {
        answers(Sources.of(text));
    }
}
