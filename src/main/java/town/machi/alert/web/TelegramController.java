package town.machi.alert.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.alert.AlertProblem;
import town.machi.alert.jdbc.TelegramRows;
import town.machi.alert.jma.FeedWatch;
import town.machi.alert.jma.TelegramDesk;
import town.machi.alert.jma.TelegramOutcome;
import town.machi.kernel.ProblemException;
import town.machi.shell.Reply;
import town.machi.shell.component.Chip;

/// Telegrams of the 気象庁 as they came, and how the feeds are.
@Controller
class TelegramController {

    private static final int SHOWN = 100;

    private final TelegramDesk desk;
    private final FeedWatch watch;
    private final AlertContext context;

    TelegramController(TelegramDesk desk, FeedWatch watch, AlertContext context) {
        this.desk = desk;
        this.watch = watch;
        this.context = context;
    }

    @GetMapping("/office/telegrams")
    Reply list() {
        context.staff();
        FeedWatch.Health health = watch.health();
        List<TelegramsPage.Feed> feeds = health.feeds().stream()
                .map(feed -> new TelegramsPage.Feed(
                        feed.url(),
                        feed.okAt().map(context.days()::moment).orElse("まだありません"),
                        feed.changedAt().map(context.days()::moment).orElse("まだありません"),
                        feed.fault(),
                        health.silent().contains(feed.url())))
                .toList();
        return new TelegramsPage(
                health.watched(),
                feeds,
                health.unreadable(),
                desk.list(SHOWN).stream().map(this::line).toList());
    }

    private TelegramsPage.Line line(TelegramRows.Kept kept) {
        TelegramOutcome outcome = TelegramOutcome.valueOf(kept.outcome());
        return new TelegramsPage.Line(
                kept.id().toString(),
                kept.type(),
                kept.headline(),
                context.days().moment(kept.receivedAt()),
                new Chip(tone(outcome), outcome.label()),
                kept.fault(),
                kept.alert().map(alert -> "/office/alerts/" + alert).orElse(""));
    }

    private static Chip.Tone tone(TelegramOutcome outcome) {
        return switch (outcome) {
            case DRAFTED, UPDATED, END_DRAFTED, RETRACT_DRAFTED -> Chip.Tone.ACTIVE;
            case SENT -> Chip.Tone.DONE;
            case UNREADABLE, NO_TEMPLATE -> Chip.Tone.ALERT;
            case DROPPED -> Chip.Tone.STOPPED;
            case OLD_SYSTEM, OLDER, BELOW, SAME, NOT_OURS, EXERCISE, NOTHING_TO_CANCEL, OTHER_TYPE -> Chip.Tone.NEW;
        };
    }

    @GetMapping("/office/telegrams/{id:[0-9a-f-]{36}}.xml")
    ResponseEntity<byte[]> xml(@PathVariable UUID id) {
        context.staff();
        String text = desk.findXml(id).orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_ALERT));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
