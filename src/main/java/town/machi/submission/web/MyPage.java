package town.machi.submission.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.form.ShownPage;
import town.machi.platform.Section;
import town.machi.procedure.Definition;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.SummaryRow;
import town.machi.shell.component.TimelineItem;
import town.machi.submission.SubmissionFile;

/// How it stands with what was filed, and what the resident can do.
///
/// @param state where it stands, in one line
/// @param refusal why what was asked for did not happen; null: nothing
record MyPage(
        SubmissionFile file,
        Definition definition,
        Optional<Section> section,
        State state,
        Beside beside,
        List<ShownPage> pages,
        @Nullable String refusal)
        implements Template {

    /// @param message what the office says; null: nothing
    /// @param request for the button that begins the correction
    record State(
            String words, @Nullable String message, List<TimelineItem> timeline, Wanted wanted, boolean withdrawable) {}

    /// What the office wants of the resident now.
    ///
    /// @param labels of the questions to answer or to correct; empty: none
    /// @param page the title of a page that is asked for the first time; null: something is to be corrected
    record Wanted(List<String> labels, @Nullable String page) {}

    /// @param linked what was filed together with it
    /// @param advice what a later room tells by itself
    record Beside(List<Part> linked, List<String> advice) {}

    /// One of several that were filed together.
    ///
    /// @param state where it stands, in one line
    record Part(UUID id, String name, String number, String state, boolean withdrawable) {}

    @Override
    public int status() {
        return refusal == null ? 200 : 409;
    }

    List<SummaryRow> rows(ShownPage page) {
        return page.answers().stream()
                .map(answer -> {
                    SummaryRow row = SummaryRow.of(answer.label(), String.join("\n", answer.lines()));
                    return isCorrected(answer.path()) ? row.markChanged() : row;
                })
                .toList();
    }

    private boolean isCorrected(String path) {
        var sent = file.content().sent().byPath();
        return file.content().current().byPath().entrySet().stream()
                .filter(entry -> town.machi.form.Answers.belongsTo(path, entry.getKey()))
                .anyMatch(entry -> {
                    var before = sent.get(entry.getKey());
                    return before == null
                            || !before.value().equals(entry.getValue().value());
                });
    }

    /// Files of the answers, to look at.
    List<UUID> files() {
        return pages.stream()
                .flatMap(page -> page.answers().stream())
                .flatMap(answer -> answer.files().stream())
                .toList();
    }

    String title(Texts texts) {
        return definition.title().in(texts.language());
    }

    String sectionName(Texts texts) {
        return section.map(found -> Receipts.name(found, texts)).orElse("");
    }

    /// Whether this, or a part that was filed with it, can still be taken back.
    boolean withdrawable() {
        return state.withdrawable() || beside.linked().stream().anyMatch(Part::withdrawable);
    }

    String path(String rest) {
        return "/my/" + file.id() + rest;
    }
}
