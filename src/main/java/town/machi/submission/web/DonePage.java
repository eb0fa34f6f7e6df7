package town.machi.submission.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import town.machi.platform.Section;
import town.machi.procedure.Definition;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.submission.Receipt;
import town.machi.submission.talk.LineReceipts;

/// It is in: the number very large, the passcode, what happens next.
///
/// @param notices how one may be told more
record DonePage(
        Base base,
        Receipt receipt,
        Definition definition,
        Optional<Section> section,
        Days days,
        Notices notices,
        boolean correction)
        implements Template {

    /// @param counts the open day from which it counts
    /// @param due by when it is usually done; empty: the town has not said
    record Days(LocalDate counts, Optional<LocalDate> due) {}

    /// @param mail the box of 「自分にメールで送る」
    /// @param advice what a later room tells at once
    /// @param line whether what comes of it may be told on LINE
    record Notices(Field mail, LineReceipts.Offer line, List<String> advice) {}

    @Override
    public int status() {
        return notices.mail().error() == null ? 200 : 422;
    }

    /// Whether the office typed what a case waited for: then the passcode is the resident's alone.
    boolean typedForCase() {
        return base.office() && correction;
    }

    String sectionName(Texts texts) {
        return section.map(found -> Receipts.name(found, texts)).orElse("");
    }

    String my() {
        return "/my/" + receipt.submission();
    }
}
