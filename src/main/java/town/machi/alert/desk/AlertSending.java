package town.machi.alert.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertRules;
import town.machi.alert.AlertSent;
import town.machi.alert.AlertText;
import town.machi.alert.Channel;
import town.machi.alert.ChannelMark;
import town.machi.alert.channel.LineTalk;
import town.machi.alert.channel.Outgoing;
import town.machi.alert.jdbc.AlertChannelRows;
import town.machi.alert.jdbc.AlertRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Language;
import town.machi.messaging.Broadcasts;
import town.machi.messaging.Bulk;

/// The moment of sending: the words are frozen, and every channel gets the same ones, in one transaction.
@Component
public class AlertSending {

    private final AlertRows rows;
    private final AlertChannelRows channels;
    private final Composer composer;
    private final Broadcasts broadcasts;
    private final Hearing hearing;

    AlertSending(AlertRows rows, AlertChannelRows channels, Composer composer, Broadcasts broadcasts, Hearing hearing) {
        this.rows = rows;
        this.channels = channels;
        this.composer = composer;
        this.broadcasts = broadcasts;
        this.hearing = hearing;
    }

    /// Who hears of it inside the house, and what residents may answer.
    @Component
    record Hearing(LineTalk talk, ApplicationEventPublisher events, Clock clock) {}

    /// @param alert in its state after sending
    void send(Alert alert, AlertText text, Actor by) {
        Alert sent = alert.with(alert.progress().said(text));
        rows.update(sent, text.in(Language.JA).whole() + " " + sent.number());
        Instant now = hearing.clock().instant();
        String who = AlertRules.who(by);
        for (Channel channel : Channel.of(sent.world(), sent.content())) {
            boolean at = channel == Channel.WEB || channel == Channel.FEED;
            ChannelMark mark = at ? new ChannelMark.Done(now, who) : new ChannelMark.Pending();
            channels.put(sent, channel, mark, text.hash());
        }
        stopEarlier(sent, by);
        Outgoing.of(sent, text).ifPresent(this::toResidents);
        hearing.events().publishEvent(new AlertSent(sent.id(), sent.world(), now));
    }

    /// What an earlier message has still to send is not sent after words that correct, retract or wholly end it.
    private void stopEarlier(Alert sent, Actor by) {
        boolean replaces = sent.act() == AlertAct.CORRECT || composer.endsAll(sent);
        for (Alert earlier : replaces ? composer.listBefore(sent) : List.<Alert>of()) {
            int heads = broadcasts.stop(about(earlier));
            String why = sent.act().label() + "のため、残りの" + heads + "人へは送らない";
            for (Map.Entry<Channel, ChannelMark> entry :
                    channels.list(earlier.id()).entrySet()) {
                boolean byUs = entry.getKey() == Channel.LINE || entry.getKey() == Channel.MAIL;
                if (heads > 0 && byUs && entry.getValue() instanceof ChannelMark.Pending) {
                    var mark = new ChannelMark.NotNeeded(hearing.clock().instant(), AlertRules.who(by), why);
                    String hash = earlier.progress().text().orElseThrow().hash();
                    channels.put(earlier, entry.getKey(), mark, hash);
                }
            }
        }
    }

    /// Takes an [Outgoing], which no 内部訓練 can become.
    private void toResidents(Outgoing outgoing) {
        Alert alert = outgoing.alert();
        Map<Language, Bulk.Content> content = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            AlertText.Said said = outgoing.text().in(language);
            content.put(
                    language,
                    new Bulk.Content(
                            hearing.talk().messages(alert, said, language),
                            new Bulk.Letter(oneLine(said.marked()), said.whole())));
        }
        broadcasts.send(new Bulk(about(alert), alert.id().value(), composer.segment(alert), content, false));
    }

    /// As the outbox knows what it is about.
    public static String about(Alert alert) {
        return "alert:" + alert.id();
    }

    private static String oneLine(String title) {
        String line = String.join(" ", List.of(title.split("\\s+")));
        return Graphemes.begin(line, 190);
    }
}
