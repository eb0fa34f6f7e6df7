package town.machi.submission.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.form.ShownPage;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.shell.component.SummaryRow;
import town.machi.submission.draft.Course;

/// Check your answers, then send.
///
/// @param unfinished pages that have to be looked at first
/// @param mail asked where the form itself asks for no mail address; null: not asked
/// @param refusal why it could not be sent; null: nothing
record CheckPage(
        Base base,
        Course course,
        List<ShownPage> pages,
        List<FieldError> unfinished,
        @Nullable Field mail,
        @Nullable String refusal)
        implements Template {

    @Override
    public int status() {
        return refusal != null || (mail != null && mail.error() != null) ? 422 : 200;
    }

    List<SummaryRow> rows(ShownPage page) {
        return page.answers().stream()
                .map(answer -> SummaryRow.of(answer.label(), String.join("\n", answer.lines()))
                        .changeAt(base.page(page.id()) + "?from=check#" + Field.idOf(answer.path())))
                .toList();
    }

    String title(Texts texts) {
        return course.published().definition().title().in(texts.language());
    }

    String purpose(Texts texts) {
        return course.published().definition().purpose().in(texts.language());
    }

    boolean isCorrection() {
        return course.mends();
    }

    /// Where 「前のページに戻る」 leads.
    String back() {
        return base.page(course.journey().steps().getLast().id());
    }
}
