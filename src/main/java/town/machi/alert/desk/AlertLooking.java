package town.machi.alert.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;
import town.machi.alert.AlertText;
import town.machi.alert.Chains;
import town.machi.alert.Channel;
import town.machi.alert.ChannelMark;
import town.machi.alert.World;
import town.machi.alert.channel.CopyText;
import town.machi.alert.jdbc.AlertChannelRows;
import town.machi.alert.jdbc.AlertEventRows;
import town.machi.alert.jdbc.AlertRows;
import town.machi.kernel.Refusal;

/// Everything about a message for the screens that show it.
@Component
public class AlertLooking {

    private final AlertRows rows;
    private final AlertEventRows events;
    private final AlertChannelRows channels;
    private final Composer composer;
    private final CopyText copies;
    private final AlertRuling ruling;
    private final Clock clock;

    AlertLooking(AlertRows rows, AlertEventRows events, AlertChannelRows channels, Composer composer, Rest rest) {
        this.rows = rows;
        this.events = events;
        this.channels = channels;
        this.composer = composer;
        this.copies = rest.copies();
        this.ruling = rest.ruling();
        this.clock = rest.clock();
    }

    @Component
    record Rest(CopyText copies, AlertRuling ruling, Clock clock) {}

    public Optional<Alert> find(AlertId id) {
        return rows.find(id);
    }

    public Optional<Alert> findByNumber(String number) {
        return rows.findByNumber(number);
    }

    public Optional<Instant> sentAt(AlertId id) {
        return rows.findSentAt(id);
    }

    public AlertText text(Alert alert) {
        return composer.text(alert);
    }

    public String copy(Channel channel, Alert alert, AlertText text) {
        return copies.of(channel, alert, text);
    }

    /// What stands in the way of copying it as it is.
    public Optional<String> findCopyFault(Channel channel, AlertText text) {
        return copies.findFault(channel, text);
    }

    public String copyLengths(Channel channel, AlertText text) {
        return copies.lengths(channel, text);
    }

    public List<AlertEvent> history(AlertId id) {
        return events.list(id);
    }

    public Map<Channel, ChannelMark> board(AlertId id) {
        return channels.list(id);
    }

    public Optional<Alert> earlier(Alert alert) {
        return composer.earlier(alert);
    }

    public Optional<Chains.Chain> chain(Alert alert) {
        return composer.chains(alert.world()).find(alert.id());
    }

    public Chains chains(World world) {
        return composer.chains(world);
    }

    /// Every message of its chain, sent or not, the oldest first; alone it is none.
    public List<Alert> related(Alert alert) {
        List<Alert> all = rows.listChain(alert.id());
        return all.size() > 1 ? all : List.of();
    }

    public boolean endsAll(Alert alert) {
        return composer.endsAll(alert);
    }

    /// @param open only drafts and those that wait
    public List<Alert> list(List<World> worlds, boolean open, String words) {
        return rows.list(worlds, open, words, 100);
    }

    public int countWaiting() {
        return rows.countWaiting();
    }

    /// Why no message of that world may be made from this record.
    public Optional<Refusal> findReasonAgainstReuse(Alert record, World target) {
        return ruling.rules().findReasonAgainstReuse(record, target, clock.instant());
    }

    public Composer composer() {
        return composer;
    }
}
