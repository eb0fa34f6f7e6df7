package town.machi.form.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.Form;
import town.machi.form.Parsed;
import town.machi.form.QuestionTypes;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.kernel.Language;
import town.machi.procedure.Question;
import town.machi.procedure.Words;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

@DisplayName("質問の種類")
class QuestionTypesTests {

    private static final QuestionTypes TYPES = TypesForTests.all();
    private static final Texts JAPANESE = new Messages().in(Language.JA);

    /// The form itself is not looked at here.
    @SuppressWarnings("NullAway")
    private static Slot slot(String type, Map<String, String> options) {
        Question question = new Question(
                "q",
                type,
                "q",
                Words.ofJapanese("問い"),
                Optional.empty(),
                false,
                options,
                List.of(
                        new Question.Choice("a", Words.ofJapanese("あ")),
                        new Question.Choice("b", Words.ofJapanese("い"))),
                List.of(),
                Optional.empty());
        return new Slot(question, "q", new Form(null, TYPES, Map.of(), "submission:1"));
    }

    private static Parsed parse(String type, String... boxes) {
        return parse(slot(type, Map.of()), boxes);
    }

    private static Parsed parse(Slot slot, String... boxes) {
        Typed typed = Typed.NOTHING;
        for (int i = 0; i < boxes.length; i += 2) {
            typed = typed.with(boxes[i], boxes[i + 1]);
        }
        return slot.parse(typed);
    }

    private static List<String> show(String type, Parsed parsed) {
        Slot slot = slot(type, Map.of());
        TreeMap<String, Answer> answers = new TreeMap<>();
        parsed.values()
                .forEach((path, value) -> answers.put(
                        path, new Answer(value, Answer.Source.TYPED, "resident:1", java.time.Instant.EPOCH)));
        return slot.type().show(slot, new Answers(answers), JAPANESE);
    }

    private static String fault(Parsed parsed) {
        return parsed.faults().getFirst().in(JAPANESE);
    }

    @ParameterizedTest
    @CsvSource({"令和8年, 12, 24", "R8, 12, 24", "2026, １２, ２４", "２０２６年, 12月, 24日", "令和８, 十二, 二十四"})
    @DisplayName("日付の三つの箱は、和暦も西暦も、全角も読む")
    void dates(String year, String month, String day) {
        Parsed parsed = parse("date", "q-year", year, "q-month", month, "q-day", day);
        assertThat(parsed.values()).containsExactly(Map.entry("q", "2026-12-24"));
        assertThat(show("date", parsed)).containsExactly("令和8年12月24日(木)");
    }

    @ParameterizedTest
    @CsvSource({"平成31, 5, 1", "2026, 2, 30", "8, 12, 24", "令和8, 13, 1", "令和8, '', 1"})
    @DisplayName("終わった元号、ない日、元号のない2けたの年は、はっきり断る")
    void impossibleDates(String year, String month, String day) {
        assertThat(parse("date", "q-year", year, "q-month", month, "q-day", day).faults())
                .hasSize(1);
    }

    @Test
    @DisplayName("名前は打ったまま。フリガナは全角カタカナに。名が一つの人もいる")
    void persons() {
        Parsed parsed =
                parse("person", "q.family", " 𠮷野 ", "q.given", "葛󠄀", "q.familyKana", "ﾖｼﾉ", "q.givenKana", "かずら");
        assertThat(parsed.values())
                .containsEntry("q.family", "𠮷野")
                .containsEntry("q.given", "葛󠄀")
                .containsEntry("q.familyKana", "ヨシノ")
                .containsEntry("q.givenKana", "カズラ");
        assertThat(parse("person", "q.family", "スカルノ", "q.familyKana", "スカルノ").faults())
                .isEmpty();
        assertThat(fault(parse("person", "q.family", "山田", "q.familyKana", "山田")))
                .contains("フリガナ");
    }

    @Test
    @DisplayName("町の郵便番号は住所になり、町の外の住所は断らない")
    void addresses() {
        Parsed known = parse("address", "q.postcode", "〒869ー5461", "q.number", "1番地");
        assertThat(known.values())
                .containsEntry("q.municipality", "葦北郡芦北町")
                .containsEntry("q.area", "大字芦北")
                .containsEntry("q.postcode", "869-5461");
        assertThat(parse("address", "q.municipality", "Paris", "q.area", "1 rue X")
                        .faults())
                .isEmpty();
        assertThat(fault(parse("address", "q.postcode", "123"))).contains("7けた");
        Slot within = slot("address", Map.of("within", "town"));
        assertThat(fault(parse(within, "q.municipality", "水俣市", "q.area", "陣内")))
                .contains("芦北町の中");
        assertThat(parse(within, "q.prefecture", "熊本県", "q.municipality", "葦北郡芦北町")
                        .faults())
                .as("what the page itself fills in is no answer")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, ０９６６(82)2511, 0966-82-2511",
        "phone, +81 90 1234 5678, +819012345678",
        "mail, ＫＡＴＳＵ@example.jp, KATSU@example.jp",
        "number, '1,234', 1234",
        "number, －５, -5",
        "yen, ￥１２３４, 1234",
        "choice, b, b",
        "consent, yes, yes"
    })
    @DisplayName("一つの箱の答えは、決まった形で残る")
    void canonicalValues(String type, String typed, String kept) {
        assertThat(parse(type, "q", typed).values()).containsEntry("q", kept);
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 12345",
        "mail, katsuko@",
        "mail, a b@example.jp.",
        "number, 3.5",
        "number, 三つ",
        "yen, '12,34'",
        "choice, c",
        "consent, no",
        "text, 見え\u0007ない"
    })
    @DisplayName("読めないものは、その欄の名前のある文で断る")
    void unreadable(String type, String typed) {
        assertThat(parse(type, "q", typed).faults()).hasSize(1);
    }

    @Test
    @DisplayName("必須の質問が空なら断り、任意なら何も言わない")
    void required() {
        for (String type : List.of("text", "date", "choice", "choices", "person", "address", "place", "consent")) {
            assertThat(parse(type).faults()).as(type).hasSize(1);
        }
    }

    @Test
    @DisplayName("文字数は見た目の文字で数える")
    void lettersAreCountedAsSeen() {
        Slot three = slot("text", Map.of("max", "3"));
        assertThat(parse(three, "q", "葛󠄀𠮷👨‍👩‍👧").faults()).isEmpty();
        assertThat(fault(parse(three, "q", "葛󠄀𠮷野家"))).isEqualTo("「問い」は3文字までです。いまは4文字あります。");
    }

    @Test
    @DisplayName("町の外の地点は受け取り、そう書き添える")
    void placesOutsideAreFlagged() {
        Parsed inside = parse("place", "q-lat", "32.30", "q-lon", "130.50");
        assertThat(show("place", inside)).hasSize(1);
        Parsed tokyo = parse("place", "q", "35.68, 139.77");
        assertThat(show("place", tokyo)).anyMatch(line -> line.contains("町の外"));
        assertThat(parse("place", "q-lat", "北").faults()).hasSize(1);
        assertThat(parse("place", "q-lat", "NaN", "q-lon", "200").faults()).hasSize(1);
    }

    @Test
    @DisplayName("口座番号は7けたにそろえ、名義は全角カタカナにする")
    void accounts() {
        Parsed parsed = parse(
                "bankAccount",
                "q.bank",
                "肥後銀行",
                "q.branch",
                "佐敷支店",
                "q.kind",
                "ordinary",
                "q.number",
                "１２３４５",
                "q.holder",
                "ﾖｼﾉ ｶﾂｺ");
        assertThat(parsed.values()).containsEntry("q.number", "0012345").containsEntry("q.holder", "ヨシノ カツコ");
        assertThat(parse("bankAccount", "q.kind", "ordinary").faults()).hasSize(1);
    }
}
