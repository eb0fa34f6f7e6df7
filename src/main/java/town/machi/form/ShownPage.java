package town.machi.form;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import town.machi.shell.Texts;

/// A page's answers in words, for check-your-answers, the copy, the case page and the paper.
///
/// @param id of the page, for the link that changes it
public record ShownPage(String id, String title, List<ShownAnswer> answers) {

    /// One question and its answer.
    ///
    /// @param path of the question
    /// @param lines empty where it was left unanswered
    /// @param files ids in platform's `Files`, where the answer has files
    public record ShownAnswer(String path, String label, String type, List<String> lines, List<UUID> files) {

        public boolean isAnswered() {
            return !lines.isEmpty();
        }
    }

    /// Every question that applies, page by page.
    public static List<ShownPage> of(Journey journey, Texts texts) {
        List<ShownPage> pages = new ArrayList<>();
        for (Journey.Step step : journey.steps()) {
            List<ShownAnswer> shown = step.slots().stream()
                    .map(slot -> of(slot, journey.answers(), texts))
                    .toList();
            pages.add(new ShownPage(step.id(), step.page().title().in(texts.language()), shown));
        }
        return List.copyOf(pages);
    }

    private static ShownAnswer of(Slot slot, Answers answers, Texts texts) {
        return new ShownAnswer(
                slot.path(),
                slot.label().in(texts.language()),
                slot.question().type(),
                slot.type().show(slot, answers, texts),
                slot.type().files(slot, answers));
    }
}
