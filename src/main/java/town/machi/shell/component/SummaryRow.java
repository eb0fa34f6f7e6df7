package town.machi.shell.component;

import org.jspecify.annotations.Nullable;

/// One answer on a page to check, or one fact of a case.
///
/// @param value what was answered; empty is shown as 「（なし）」; line breaks are kept
/// @param changeHref where it can be changed; null: it cannot
/// @param changed whether it differs from what was first said
public record SummaryRow(
        String label, String value, @Nullable String changeHref, boolean changed) {

    public static SummaryRow of(String label, String value) {
        return new SummaryRow(label, value, null, false);
    }

    public SummaryRow changeAt(String href) {
        return new SummaryRow(label, value, href, changed);
    }

    public SummaryRow markChanged() {
        return new SummaryRow(label, value, changeHref, true);
    }
}
