package town.machi.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.LineStateRows;
import town.machi.messaging.jdbc.OutgoingRows;
import town.machi.platform.Vital;
import town.machi.platform.Vital.Unit;
import town.machi.platform.VitalSigns;

/// What waits to leave the house, and what did not arrive.
@Component
class MessagingVitals implements VitalSigns {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LATELY = Duration.ofDays(1);

    private final OutgoingRows mails;
    private final LineStateRows line;
    private final Clock clock;

    MessagingVitals(OutgoingRows mails, LineStateRows line, Clock clock) {
        this.mails = mails;
        this.line = line;
        this.clock = clock;
    }

    @Override
    public List<Vital> read() {
        List<Vital> all = new ArrayList<>(mail());
        all.addAll(talk());
        return all;
    }

    private List<Vital> mail() {
        OutgoingRows.Backlog backlog = mails.backlog(clock.instant().minus(LATELY));
        double age = backlog.oldest()
                .map(at -> (double) Duration.between(at, clock.instant()).toSeconds())
                .orElse(0.0);
        return List.of(
                Vital.good("mail_waiting", "送る順番を待っているメール", backlog.waiting(), Unit.COUNT),
                Vital.upTo(
                        LONGEST.toSeconds(),
                        "mail_oldest",
                        "いちばん長く待っているメール",
                        age,
                        Unit.SECONDS,
                        "10分を過ぎても送れません。メールサーバー（MACHI_SMTP_HOST）につながるか確かめてください。"),
                Vital.upTo(
                        0,
                        "mail_failed",
                        "1日のうちに届けられなかったメール",
                        backlog.failed(),
                        Unit.COUNT,
                        "宛先のまちがいなどで届きませんでした。届出のページの履歴で確かめ、電話や手紙で伝えてください。"));
    }

    private List<Vital> talk() {
        LineStateRows.Counts counts = line.counts();
        return List.of(
                Vital.good("line_waiting", "送る順番を待っている LINE", counts.pushes() + counts.calls(), Unit.COUNT),
                Vital.upTo(
                        0,
                        "line_refused",
                        "LINE に断られた一斉のお知らせ",
                        counts.failedCalls(),
                        Unit.COUNT,
                        "LINE の画面（/office/line）で、断られたわけを確かめてください。"),
                Vital.upTo(
                        0,
                        "line_unread",
                        "7日のうちに扱えなかった LINE の言葉",
                        counts.failedEvents(),
                        Unit.COUNT,
                        "住民が LINE に書いたことの一部を扱えませんでした。記録（ログ）を確かめてください。"));
    }
}
