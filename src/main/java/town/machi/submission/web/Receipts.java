package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.RateLimits;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Procedures;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.submission.Advices;
import town.machi.submission.Receipt;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.Submissions;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Postbox;
import town.machi.submission.talk.LineReceipts;

/// The page with the receipt, and the same by mail.
@Component
class Receipts {

    private final Postbox postbox;
    private final Procedures procedures;
    private final Town town;
    private final Outbox outbox;
    private final Limits limits;
    private final LineReceipts line;

    Receipts(Postbox postbox, Procedures procedures, Town town, Outbox outbox, Limits limits, LineReceipts line) {
        this.postbox = postbox;
        this.procedures = procedures;
        this.town = town;
        this.outbox = outbox;
        this.limits = limits;
        this.line = line;
    }

    /// How often something may be asked, and what later rooms say.
    @Component("receiptLimits")
    record Limits(RateLimits rates, Advices advices, Submissions submissions) {}

    DonePage page(Doorkeeper.Opened opened, HttpServletRequest request, Texts texts, @Nullable Field mail) {
        Draft draft = opened.draft();
        Definition definition = definition(draft);
        Receipt receipt = postbox.getReceipt(draft);
        BusinessCalendar calendar = town.calendar();
        LocalDate counts = calendar.countFrom(receipt.filedAt());
        Optional<LocalDate> due = definition.processing().isPresent()
                ? Optional.of(calendar.plusBusinessDays(
                        counts, definition.processing().getAsInt()))
                : Optional.empty();
        Field field = mail == null ? Field.plain("to", texts.get("submission.done.mail-label")) : mail;
        return new DonePage(
                opened.base(),
                receipt,
                definition,
                town.findSection(definition.section()),
                new DonePage.Days(counts, due),
                new DonePage.Notices(field, line.offer(request, receipt.submission()), advice(receipt, texts)),
                draft.content().correcting().isPresent());
    }

    /// By what was filed: the draft's own answers are gone with the filing.
    private List<String> advice(Receipt receipt, Texts texts) {
        return limits.submissions()
                .find(receipt.submission())
                .map(file -> limits.advices()
                        .list(file.basis().procedure(), file.content().current(), texts))
                .orElse(List.of());
    }

    private Definition definition(Draft draft) {
        return procedures
                .getVersion(draft.basis().procedure(), draft.basis().version())
                .definition();
    }

    /// 「お知らせをLINEで受け取る」.
    Reply chooseLine(Doorkeeper.Opened opened, HttpServletRequest request) {
        Receipt receipt = postbox.getReceipt(opened.draft());
        line.choose(request, receipt, definition(opened.draft()), opened.actor());
        return new Redirect(opened.base().path() + "/done");
    }

    Reply mail(Doorkeeper.Opened opened, HttpServletRequest request, String to, Texts texts) {
        String address = Normalizer.normalize(to.strip(), Normalizer.Form.NFKC);
        if (!Mail.isAddress(address)) {
            Field wrong = Field.plain("to", texts.get("submission.done.mail-label"))
                    .value(to)
                    .error(texts.get("submission.mail-wrong"));
            return page(opened, request, texts, wrong);
        }
        if (!limits.rates().tryTake("submission.copy", opened.draft().id().toString(), 5, Duration.ofHours(1))) {
            throw new ProblemException(SubmissionProblem.TOO_MANY_TRIES);
        }
        Receipt receipt = postbox.getReceipt(opened.draft());
        String title = definition(opened.draft()).title().in(texts.language());
        String body = texts.get("submission.mail.received", title)
                + "\n\n" + texts.get("submission.mail.number", receipt.number().format())
                + "\n" + texts.get("submission.mail.at", receipt.filedAt())
                + "\n\n" + texts.get("submission.mail.track", town.baseUri() + "/track")
                + "\n\n" + town.name() + "\n";
        String about = "submission:" + receipt.submission();
        outbox.send(new Mail(address, texts.get("submission.mail.subject", town.name(), title), body, about, null));
        return new Redirect(opened.base().path() + "/done?mailed=true");
    }

    static String name(Section section, Texts texts) {
        return switch (texts.language()) {
            case JA -> section.name();
            case EASY -> section.nameEasy();
            case EN -> section.nameEn();
        };
    }
}
