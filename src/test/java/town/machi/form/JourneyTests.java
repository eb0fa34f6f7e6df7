package town.machi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Language;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

@DisplayName("様式の道すじ")
class JourneyTests {

    private static final Texts JAPANESE = new Messages().in(Language.JA);

    private final Form form = TestForm.dog();

    private static List<String> pages(Journey journey) {
        return journey.steps().stream().map(Journey.Step::id).toList();
    }

    private Answers smallDog() {
        return TestForm.take(form, Answers.NONE, "dog", TestForm.typed("name", "ポチ", "build", "small"))
                .answers();
    }

    @Test
    @DisplayName("ページと質問は、答えに合わせて出たり消えたりする")
    void pagesComeAndGo() {
        assertThat(pages(form.journey(smallDog()))).containsExactly("dog", "owner");
        Taken large = TestForm.take(form, smallDog(), "dog", TestForm.typed("name", "ポチ", "build", "large"));
        Journey journey = form.journey(large.answers());
        assertThat(pages(journey)).containsExactly("dog", "chip", "owner");
        assertThat(journey.progress("chip")).isEqualTo(new Journey.Progress(2, 3));
        assertThat(journey.next("dog").orElseThrow().id()).isEqualTo("chip");
        assertThat(journey.previous("owner").orElseThrow().id()).isEqualTo("chip");
    }

    @Test
    @DisplayName("もう聞かない質問の答えは、残っていても送らない")
    void irrelevantAnswersStayBehind() {
        Answers large = TestForm.take(form, Answers.NONE, "dog", TestForm.typed("name", "ポチ", "build", "large"))
                .answers();
        Answers chip = TestForm.take(form, large, "chip", TestForm.typed("chip", "１２", "weight", "30"))
                .answers();
        assertThat(chip.text("chip")).isEqualTo("12");
        Answers small = TestForm.take(form, chip, "dog", TestForm.typed("name", "ポチ", "build", "small"))
                .answers();
        assertThat(small.text("chip")).isEqualTo("12");
        assertThat(form.journey(small).relevant().byPath()).containsOnlyKeys("name", "build");
    }

    @Test
    @DisplayName("規則は、読むものがみな分かってから当てはめ、値を入れた文で断る")
    void rulesWaitForTheirInputs() {
        Answers answers = smallDog();
        Taken early =
                TestForm.take(form, answers, "owner", owner("from-year", "2026", "from-month", "4", "from-day", "1"));
        assertThat(early.faults()).isEmpty();
        Taken late = TestForm.take(
                form,
                answers,
                "owner",
                owner("from-year", "2026", "from-month", "4", "from-day", "1", "until", "令和8年3月31日"));
        assertThat(late.faults()).hasSize(1);
        assertThat(late.faults().getFirst().path()).isEqualTo("until");
        assertThat(late.faults().getFirst().in(JAPANESE)).isEqualTo("令和8年3月31日(火) は 令和8年4月1日(水) より前です。");
    }

    private static Typed owner(String... more) {
        return TestForm.typed("owner.family", "佐敷", "owner.familyKana", "さしき").and(TestForm.typed(more));
    }

    @Test
    @DisplayName("すべてのまちがいを一度に、様式の順に言う")
    void everyFaultAtOnce() {
        Taken taken = TestForm.take(form, smallDog(), "owner", TestForm.typed("owner.given", "一", "from-year", "8"));
        assertThat(taken.faults())
                .extracting(FieldFault::path)
                .containsExactly("owner.family", "owner.familyKana", "owner.givenKana", "from");
        assertThat(taken.answers()).isEqualTo(smallDog());
    }

    @Test
    @DisplayName("前の答えと同じなら、だれがどう答えたかは変わらない")
    void sameAnswerKeepsItsSource() {
        Giver card = new Giver(Answer.Source.CARD, "staff:1", TestForm.RESIDENT.at());
        Answers fromCard = Intake.take(
                        form,
                        Answers.NONE,
                        TestForm.typed("name", "ポチ", "build", "small"),
                        card,
                        TestForm.on(form, "dog"))
                .answers();
        Answers again = TestForm.take(form, fromCard, "dog", TestForm.typed("name", "ポチ", "build", "small"))
                .answers();
        assertThat(again.find("name").orElseThrow().source()).isEqualTo(Answer.Source.CARD);
    }

    @Test
    @DisplayName("繰り返しは、空の組をつめ、多すぎれば断る")
    void groupsCloseUp() {
        Typed typed = owner(
                "from",
                "2026-04-01",
                "friends[0].name",
                "",
                "friends[1].name",
                "クロ",
                "friends[1].age",
                "３",
                "friends-count",
                "2");
        Taken taken = TestForm.take(form, smallDog(), "owner", typed);
        assertThat(taken.faults()).isEmpty();
        assertThat(taken.answers().text("friends[0].name")).isEqualTo("クロ");
        assertThat(taken.answers().text("friends[0].age")).isEqualTo("3");
        Typed many = owner(
                "from",
                "2026-04-01",
                "friends[0].name",
                "a",
                "friends[1].name",
                "b",
                "friends[2].name",
                "c",
                "friends[3].name",
                "d");
        assertThat(TestForm.take(form, smallDog(), "owner", many).faults()).hasSize(1);
    }

    @Test
    @DisplayName("組を一つ消すと、あとの組がつまる")
    void removingAnEntryMovesTheOthersUp() {
        Slot friends =
                form.journey(smallDog()).find("owner").orElseThrow().slots().getLast();
        Typed typed = TestForm.typed(
                "friends[0].name", "a", "friends[1].name", "b", "friends[2].name", "c", "friends-count", "3");
        Typed pressed = friends.type().press(friends, "remove1", typed);
        assertThat(pressed.text("friends[0].name")).isEqualTo("a");
        assertThat(pressed.text("friends[1].name")).isEqualTo("c");
        assertThat(pressed.text("friends-count")).isEqualTo("2");
    }

    @Test
    @DisplayName("様式にない欄は、組の中でも断る")
    void strangersInsideGroups() {
        Taken taken = TestForm.take(
                form,
                smallDog(),
                "owner",
                owner("from", "2026-04-01", "friends[0].name", "a", "friends[0].colour", "黒"));
        assertThat(taken.faults()).extracting(FieldFault::path).containsExactly("friends[0].colour");
    }

    @Test
    @DisplayName("よその仕組みが日付でないものを書いていても、落ちずにまちがいとして言う")
    void brokenCanonicalAnswersAreFaults() {
        Answers broken = smallDog().with("from", java.util.Map.of("from", TestForm.RESIDENT.answer("きのう")));
        Journey journey = form.journey(broken);
        assertThat(journey.faults()).extracting(FieldFault::path).contains("from");
    }
}
