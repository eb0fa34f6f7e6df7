package town.machi.alert.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.alert.Alert;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;
import town.machi.alert.AlertRules;
import town.machi.alert.AlertState;
import town.machi.alert.Channel;
import town.machi.alert.ChannelMark;
import town.machi.alert.Outcome;
import town.machi.alert.World;
import town.machi.alert.jdbc.AlertChannelRows;
import town.machi.alert.jdbc.AlertRows;
import town.machi.kernel.Actor;
import town.machi.messaging.Broadcasts;
import town.machi.messaging.BulkResult;
import town.machi.platform.Jobs;

/// The board of a sent message: what was done on each channel, and what came of it.
@Component
public class Marking {

    private static final Actor LINE = new Actor.SystemJob("alert.results");

    private final AlertRows rows;
    private final AlertChannelRows channels;
    private final Broadcasts broadcasts;
    private final Composer composer;
    private final AlertRuling ruling;
    private final AlertJournal journal;
    private final Clock clock;

    Marking(AlertRows rows, AlertChannelRows channels, Broadcasts broadcasts, Work work) {
        this.rows = rows;
        this.channels = channels;
        this.broadcasts = broadcasts;
        this.composer = work.composer();
        this.ruling = work.ruling();
        this.journal = work.journal();
        this.clock = work.clock();
        work.jobs().every("alert.results", Duration.ofSeconds(5), () -> lookAtAll(work.transaction()));
    }

    @Component
    record Work(
            AlertRuling ruling,
            AlertJournal journal,
            Composer composer,
            Clock clock,
            Jobs jobs,
            TransactionOperations transaction) {}

    /// What somebody says about a channel.
    ///
    /// @param code `DONE`, `NOT_DONE`, `NOT_NEEDED`, `PENDING` (taken back)
    /// @param at when it was done; empty: now
    public record Said(Channel channel, String code, Optional<Instant> at, String reason) {}

    @Transactional
    public Outcome mark(AlertId id, Said said, UUID request, Actor.Staff staff) {
        Optional<Alert> found = rows.lock(id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (journal.findFirst(request).isPresent()) {
            return new Outcome.Done(id, AlertEvent.What.MARKED);
        }
        if (!ruling.rules().mayWrite(staff)) {
            return Outcome.refused("alert.refusal.not-writer");
        }
        Map<Channel, ChannelMark> marks = channels.list(id);
        if (!marks.containsKey(said.channel())) {
            return Outcome.refused("alert.refusal.not-your-channel");
        }
        String reason = said.reason().strip();
        if (reason.isEmpty() && (said.code().equals("NOT_DONE") || said.code().equals("NOT_NEEDED"))) {
            return Outcome.refused("alert.refusal.reason-missing");
        }
        ChannelMark mark = mark(said, reason, AlertRules.who(staff));
        put(found.get(), said.channel(), mark);
        journal.write(id, staff, AlertEvent.What.MARKED, words(said.channel(), mark, reason), request);
        settle(found.get(), staff);
        return new Outcome.Done(id, AlertEvent.What.MARKED);
    }

    private ChannelMark mark(Said said, String reason, String who) {
        Instant now = clock.instant();
        return switch (said.code()) {
            case "DONE" ->
                new ChannelMark.Done(said.at().filter(at -> !at.isAfter(now)).orElse(now), who);
            case "NOT_DONE" -> new ChannelMark.NotDone(now, who, reason);
            case "NOT_NEEDED" -> new ChannelMark.NotNeeded(now, who, reason);
            default -> new ChannelMark.Pending();
        };
    }

    private static String words(Channel channel, ChannelMark mark, String reason) {
        return channel.label() + ": " + mark.label() + (reason.isEmpty() ? "" : "（" + reason + "）");
    }

    private void put(Alert alert, Channel channel, ChannelMark mark) {
        String hash = alert.progress().text().orElseThrow().hash();
        channels.put(alert, channel, mark, hash);
    }

    /// Closes the message when every channel is settled, and opens it again when one is not.
    private void settle(Alert alert, Actor by) {
        Alert next = AlertRules.settled(alert, channels.list(alert.id()), clock.instant());
        if (next.revision() != alert.revision()) {
            rows.update(
                    next,
                    next.progress()
                                    .text()
                                    .orElseThrow()
                                    .in(town.machi.kernel.Language.JA)
                                    .whole() + " " + next.number());
            boolean closed = next.state() instanceof AlertState.Closed;
            journal.write(alert.id(), by, closed ? AlertEvent.What.CLOSED : AlertEvent.What.REOPENED, "", null);
        }
    }

    /// What came of LINE and mail.
    public List<BulkResult> results(Alert alert) {
        return alert.world().reachesResidents() ? broadcasts.listAbout(AlertSending.about(alert)) : List.of();
    }

    /// Tries those again whom it did not reach.
    @Transactional
    public Outcome retry(AlertId id, UUID request, Actor.Staff staff) {
        Optional<Alert> found = rows.lock(id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (journal.findFirst(request).isPresent()) {
            return new Outcome.Done(id, AlertEvent.What.RETRIED);
        }
        if (!ruling.rules().mayWrite(staff)) {
            return Outcome.refused("alert.refusal.not-writer");
        }
        if (composer.isReplaced(found.get())) {
            return Outcome.refused("alert.refusal.over");
        }
        int heads = results(found.get()).stream()
                .mapToInt(result -> broadcasts.retry(result.id()))
                .sum();
        journal.write(id, staff, AlertEvent.What.RETRIED, heads + "人", request);
        return new Outcome.Done(id, AlertEvent.What.RETRIED);
    }

    /// LINE and mail settle themselves once everybody's answer is there.
    private void lookAtAll(TransactionOperations transaction) {
        for (World world : List.of(World.REAL, World.PUBLIC_DRILL)) {
            rows.listSent(world).stream()
                    .filter(alert -> alert.state() instanceof AlertState.Open)
                    .forEach(alert -> transaction.executeWithoutResult(_ -> look(alert.id())));
        }
    }

    private void look(AlertId id) {
        Alert alert = rows.lock(id).orElseThrow();
        Map<Channel, ChannelMark> marks = channels.list(id);
        List<BulkResult> results = results(alert);
        for (BulkResult result : results) {
            for (BulkResult.PerChannel line : result.channels()) {
                Channel channel = switch (line.channel()) {
                    case LINE -> Channel.LINE;
                    case MAIL -> Channel.MAIL;
                };
                if (line.isDone() && marks.get(channel) instanceof ChannelMark.Pending) {
                    Instant at = line.lastAt().orElse(result.at());
                    put(alert, channel, new ChannelMark.Done(at, AlertRules.who(LINE)));
                }
            }
        }
        boolean nobody = !results.isEmpty()
                && results.stream()
                        .flatMap(result -> result.channels().stream())
                        .noneMatch(line -> line.channel() == BulkResult.Channel.MAIL);
        if (nobody && marks.get(Channel.MAIL) instanceof ChannelMark.Pending) {
            put(
                    alert,
                    Channel.MAIL,
                    new ChannelMark.NotNeeded(clock.instant(), AlertRules.who(LINE), "メールを登録した人がいないため"));
        }
        settle(alert, LINE);
    }
}
