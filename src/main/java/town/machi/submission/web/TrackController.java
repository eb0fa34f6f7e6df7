package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Passcode;
import town.machi.kernel.ProblemException;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.RateLimits;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.submission.ReceiptNumbers;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.draft.PasscodeDoor;
import town.machi.submission.draft.Policies;
import town.machi.submission.draft.Resuming;

/// 「受付番号から調べる」: no account, a number and a passcode.
@Controller
class TrackController {

    private static final int TRIES_FROM_ONE_ADDRESS = 30;

    private final PasscodeDoor passcodes;
    private final Doorkeeper door;
    private final Resuming resuming;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final Rules rules;

    TrackController(
            PasscodeDoor passcodes,
            Doorkeeper door,
            Resuming resuming,
            RateLimits limits,
            AuditTrail audit,
            Rules rules) {
        this.passcodes = passcodes;
        this.door = door;
        this.resuming = resuming;
        this.limits = limits;
        this.audit = audit;
        this.rules = rules;
    }

    /// How long a number stays locked, and whose number it is.
    @Component
    record Rules(Policies policies, ReceiptNumbers numbers) {}

    @GetMapping("/track")
    Reply ask(@RequestParam(defaultValue = "") String number, Texts texts) {
        return new TrackPage(numberField(texts, number), passcodeField(texts), false, false);
    }

    @PostMapping("/track")
    Reply knock(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String passcode,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts texts) {
        if (!limits.tryTake(
                "submission.track", request.getRemoteAddr(), TRIES_FROM_ONE_ADDRESS, Duration.ofMinutes(10))) {
            throw new ProblemException(SubmissionProblem.TOO_MANY_TRIES);
        }
        Optional<ReceiptNumber> read = ReceiptNumber.parse(number);
        Optional<Passcode> code = Passcode.parse(passcode);
        if (read.isEmpty() || code.isEmpty()) {
            Field typed = numberField(texts, number);
            return new TrackPage(
                    read.isEmpty() ? typed.error(texts.get("submission.track.number-wrong")) : typed,
                    code.isEmpty()
                            ? passcodeField(texts).error(texts.get("submission.track.passcode-shape"))
                            : passcodeField(texts),
                    true,
                    false);
        }
        return rules.numbers().isPartners(read.get())
                ? refused(read.get(), "submission.track.at-counter", texts)
                : answer(read.get(), code.get(), request, response, texts);
    }

    private Reply answer(
            ReceiptNumber number,
            Passcode passcode,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts texts) {
        return switch (passcodes.knock(number, passcode)) {
            case PasscodeDoor.Answer.Submission(UUID id) -> {
                door.giveLook(id, request, response);
                yield new Redirect("/my/" + id);
            }
            case PasscodeDoor.Answer.UnsentDraft(UUID id) ->
                resuming.open(id)
                        .map(begun -> {
                            door.giveDraft(id, begun.secret(), request, response);
                            return (Reply) new Redirect("/apply/" + id);
                        })
                        .orElseGet(() -> refused(number, "submission.track.wrong", texts));
            case PasscodeDoor.Answer.Wrong() -> {
                audit.record(AuditEntry.refused(new Actor.Anonymous(), "-", "track", "wrong-passcode"));
                yield refused(number, "submission.track.wrong", texts);
            }
            case PasscodeDoor.Answer.Locked() -> {
                audit.record(AuditEntry.refused(new Actor.Anonymous(), "-", "track", "locked"));
                yield refused(number, "submission.track.locked", texts);
            }
        };
    }

    /// For those whose time on `/my` is over.
    static TrackPage over(Texts texts) {
        return new TrackPage(numberField(texts, ""), passcodeField(texts), false, true);
    }

    private Reply refused(ReceiptNumber number, String key, Texts texts) {
        String sentence = texts.get(key, rules.policies().lock().toMinutes());
        return new TrackPage(
                numberField(texts, number.format()), passcodeField(texts).error(sentence), true, false);
    }

    private static Field numberField(Texts texts, String value) {
        return Field.required("number", texts.get("submission.track.number"))
                .hint(texts.get("submission.track.number-hint"))
                .value(value);
    }

    private static Field passcodeField(Texts texts) {
        return Field.required("passcode", texts.get("submission.track.passcode"));
    }
}
