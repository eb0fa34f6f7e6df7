package town.machi.alert.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertId;
import town.machi.alert.Channel;
import town.machi.alert.ChannelMark;

/// The board of each message.
@Component
public class AlertChannelRows {

    private final JdbcClient jdbc;

    AlertChannelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param hash of the words that the channel says
    public void put(Alert alert, Channel channel, ChannelMark mark, String hash) {
        jdbc.sql("""
                        INSERT INTO alert.channel (alert, world, channel, state, at, who, reason, hash)
                        VALUES (:alert, :world, :channel, :state, :at, :who, :reason, :hash)
                        ON CONFLICT (alert, channel) DO UPDATE
                        SET state = :state, at = :at, who = :who, reason = :reason
                        """)
                .param("alert", alert.id().value())
                .param("world", alert.world().name())
                .param("channel", channel.name())
                .param("state", mark.code())
                .param(
                        "at",
                        switch (mark) {
                            case ChannelMark.Pending _ -> null;
                            case ChannelMark.Done done -> AlertRows.at(done.at());
                            case ChannelMark.NotDone not -> AlertRows.at(not.at());
                            case ChannelMark.NotNeeded not -> AlertRows.at(not.at());
                        })
                .param(
                        "who",
                        switch (mark) {
                            case ChannelMark.Pending _ -> null;
                            case ChannelMark.Done done -> done.by();
                            case ChannelMark.NotDone not -> not.by();
                            case ChannelMark.NotNeeded not -> not.by();
                        })
                .param(
                        "reason",
                        switch (mark) {
                            case ChannelMark.Pending _, ChannelMark.Done _ -> "";
                            case ChannelMark.NotDone not -> not.reason();
                            case ChannelMark.NotNeeded not -> not.reason();
                        })
                .param("hash", hash)
                .update();
    }

    /// In the order of the board.
    public Map<Channel, ChannelMark> list(AlertId alert) {
        Map<Channel, ChannelMark> marks = new EnumMap<>(Channel.class);
        jdbc.sql("SELECT * FROM alert.channel WHERE alert = :alert")
                .param("alert", alert.value())
                .query((row, number) -> Map.entry(Channel.valueOf(row.getString("channel")), mark(row)))
                .list()
                .forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
        return marks;
    }

    private static ChannelMark mark(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "DONE" -> new ChannelMark.Done(AlertRows.instant(row, "at"), row.getString("who"));
            case "NOT_DONE" ->
                new ChannelMark.NotDone(AlertRows.instant(row, "at"), row.getString("who"), row.getString("reason"));
            case "NOT_NEEDED" ->
                new ChannelMark.NotNeeded(AlertRows.instant(row, "at"), row.getString("who"), row.getString("reason"));
            default -> new ChannelMark.Pending();
        };
    }
}
