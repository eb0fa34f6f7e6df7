package town.machi.water.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.kernel.Wareki;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.water.Callback;
import town.machi.water.intake.Callbacks;
import town.machi.water.intake.WaterForm;

/// 折り返しの電話, for the water section.
@Controller
class CallbacksController {

    private static final String PATH = "/office/water/callbacks";
    private static final int LONGEST = 300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final WaterStaff who;
    private final Callbacks callbacks;

    CallbacksController(WaterStaff who, Callbacks callbacks) {
        this.who = who;
        this.callbacks = callbacks;
    }

    /// @param said `called`, or `before`: somebody else had called
    @GetMapping(PATH)
    Reply show(@RequestParam(defaultValue = "") String said) {
        return page(sentence(said), null);
    }

    @PostMapping(PATH + "/{id}/called")
    Reply called(@PathVariable UUID id, @RequestParam(defaultValue = "") String outcome) {
        Actor.Staff staff = who.require();
        if (outcome.isBlank() || outcome.strip().length() > LONGEST) {
            return page(null, "電話で決めたことを、" + LONGEST + "文字までで書いてください（つながらなかったときは、そのことを）。");
        }
        return new Redirect(PATH + "?said=" + (callbacks.called(id, outcome.strip(), staff) ? "called" : "before"));
    }

    private CallbacksPage page(@Nullable String said, @Nullable String fault) {
        Actor.Staff staff = who.require();
        return new CallbacksPage(
                callbacks.listOpen(staff).stream().map(CallbacksController::row).toList(),
                callbacks.listCalled(staff).stream()
                        .map(CallbacksController::row)
                        .toList(),
                said,
                fault);
    }

    private static CallbacksPage.Row row(Callback callback) {
        String outcome = callback.called()
                .map(called -> when(called.at()) + "　" + called.outcome())
                .orElse("");
        return new CallbacksPage.Row(
                callback.id().toString(),
                callback.who().name() + reads(callback.language()),
                callback.who().phone(),
                WaterForm.of(callback.wanted().procedure())
                        .map(CallbacksController::what)
                        .orElse(""),
                Wareki.format(callback.wanted().on()),
                when(callback.askedAt()),
                outcome);
    }

    private static String what(WaterForm form) {
        return switch (form) {
            case START -> "使用開始";
            case STOP -> "使用中止";
            case MOVE -> "転居";
            case PAUSE -> "休止";
            case RESUME -> "再開";
            case RENAME -> "名義変更";
        };
    }

    private static String reads(Language language) {
        return switch (language) {
            case JA -> "";
            case EASY -> "（やさしい日本語で読む人）";
            case EN -> "（英語で読む人）";
        };
    }

    private static String when(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, BusinessCalendar.TOKYO);
        return Wareki.format(day) + " "
                + LocalTime.ofInstant(at, BusinessCalendar.TOKYO).format(TIME);
    }

    private static @Nullable String sentence(String said) {
        return switch (said) {
            case "called" -> "電話したことを記録しました。";
            case "before" -> "この人には、ほかの職員がもう電話しています。";
            default -> null;
        };
    }
}
