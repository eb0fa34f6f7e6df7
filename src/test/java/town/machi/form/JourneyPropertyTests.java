package town.machi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever order pages are posted in, and however often one goes back.
class JourneyPropertyTests {

    private static final Form FORM = TestForm.dog();
    private static final List<String> PAGES = List.of("dog", "chip", "owner");

    record Post(String page, Typed typed) {}

    @Property(tries = 300)
    @Label("どの順で何度ページを送っても、最後に受け取った答えが残る")
    void answersSurviveAnyOrder(@ForAll("posts") List<Post> posts) {
        Answers answers = Answers.NONE;
        Map<String, Typed> lastSound = new HashMap<>();
        for (Post post : posts) {
            boolean asked = FORM.journey(answers).find(post.page()).isPresent();
            Taken taken = TestForm.take(FORM, answers, post.page(), post.typed());
            if (taken.isSound() && asked) {
                answers = taken.answers();
                lastSound.put(post.page(), post.typed());
            }
        }
        Journey journey = FORM.journey(answers);
        for (Map.Entry<String, Typed> last : lastSound.entrySet()) {
            Answers after = answers;
            journey.find(last.getKey()).ifPresent(step -> {
                Typed shown = step.typed(after);
                Taken again = TestForm.take(FORM, after, step.id(), shown);
                assertThat(again.answers()).isEqualTo(after);
            });
        }
        assertThat(journey.relevant().byPath().keySet())
                .isSubsetOf(answers.byPath().keySet());
    }

    @Property(tries = 300)
    @Label("何を打たれても、答えか、断りの文のどちらかになり、読んだ答えは箱に戻して読み直しても変わらない")
    void parseAndShowAgree(@ForAll("boxes") Typed typed) {
        Taken taken = TestForm.take(FORM, Answers.NONE, "owner", typed);
        Answers answers = taken.answers();
        FORM.journey(answers).find("owner").ifPresent(step -> {
            Taken again = TestForm.take(FORM, answers, "owner", step.typed(answers));
            assertThat(again.answers()).isEqualTo(answers);
        });
    }

    @Provide
    Arbitrary<List<Post>> posts() {
        Arbitrary<Post> post =
                Combinators.combine(Arbitraries.of(PAGES), boxes()).as(Post::new);
        return post.list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Typed> boxes() {
        Arbitrary<String> names = Arbitraries.of(
                "name",
                "build",
                "weight",
                "chip",
                "owner.family",
                "owner.given",
                "owner.familyKana",
                "owner.givenKana",
                "from-year",
                "from-month",
                "from-day",
                "until",
                "friends[0].name",
                "friends[1].age",
                "friends-count");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "small",
                        "large",
                        "",
                        " ",
                        "令和8年",
                        "2026",
                        "１２",
                        "3",
                        "ポチ",
                        "𠮷野",
                        "葛󠄀",
                        "かな",
                        "R8.4.1",
                        "2026-02-30",
                        "平成31年5月1日",
                        "99999999999999999999"),
                Arbitraries.strings().ofMaxLength(8));
        return Arbitraries.maps(names, values).ofMaxSize(10).map(Typed::of);
    }
}
