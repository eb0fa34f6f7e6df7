package town.machi.platform.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import town.machi.platform.Vital;
import town.machi.platform.Vital.State;
import town.machi.platform.Vital.Unit;
import town.machi.platform.VitalSigns;
import town.machi.platform.jdbc.ReceivedRows;
import town.machi.platform.jdbc.SentRows;

/// How the exchange with the other zone fares.
record ExchangeVitals(
        ExchangeProperties properties, ExchangeRound round, ZoneKeys keys, Rows rows, Path setAside, Clock clock)
        implements VitalSigns {

    /// How long a refused file is told of.
    private static final Duration TOLD = Duration.ofDays(7);

    record Rows(SentRows sent, ReceivedRows received) {}

    @Override
    public List<Vital> read() {
        ReceivedRows.Standing standing = rows.received().standing();
        List<Vital> all = new ArrayList<>(List.of(folder(), key(), waiting(), heard(standing)));
        all.add(gap(standing));
        all.add(failure(standing));
        all.add(refused());
        all.add(Vital.good("exchange_repeats", "受け渡し: 二度届いて読みとばしたファイル", standing.repeats(), Unit.COUNT));
        all.add(restored(standing));
        return List.copyOf(all);
    }

    private Vital folder() {
        boolean there = round.isFolderThere();
        return new Vital(
                "exchange_folder",
                "見えている受け渡しフォルダー",
                there ? 1 : 0,
                Unit.COUNT,
                there ? State.GOOD : State.LOOK,
                there
                        ? ""
                        : properties.folder() + " が見えません。USB メモリーなら差し、共有フォルダーならつなぎなおしてください。"
                                + "その間に届け出られたものは、失われずに待っています。");
    }

    private Vital key() {
        String name = "exchange_key";
        String label = "受け渡し: 置いてある相手の公開鍵";
        return switch (keys.partner()) {
            case PublicKeyFile.KeyFound.Found _ -> Vital.good(name, label, 1, Unit.COUNT);
            case PublicKeyFile.KeyFound.None(String advice) ->
                new Vital(name, label, 0, Unit.COUNT, State.WRONG, advice);
        };
    }

    private Vital waiting() {
        SentRows.Waiting waiting = rows.sent().waiting();
        Instant oldest = waiting.oldest();
        boolean late = oldest != null
                && oldest.isBefore(clock.instant().minus(properties.exchange().silentAfter()));
        return new Vital(
                "exchange_unacknowledged",
                "受け渡し: 相手の側にまだ届いていないもの",
                waiting.letters(),
                Unit.COUNT,
                late ? State.LOOK : State.GOOD,
                late ? "長く届いていないものがあります。" + properties.outgoing() + " のファイルが、相手の側へ運ばれているか見てください。" : "");
    }

    private Vital heard(ReceivedRows.Standing standing) {
        String name = "exchange_silent";
        String label = "受け渡し: 相手の側から最後に便りがあってから";
        Instant heard = standing.knownUntil();
        if (heard == null) {
            return new Vital(
                    name,
                    label,
                    Double.NaN,
                    Unit.SECONDS,
                    State.LOOK,
                    "まだ一度も便りがありません。相手の側が動いているか、フォルダーが運ばれているか見てください。");
        }
        Duration since = Duration.between(heard, clock.instant());
        return Vital.upTo(
                properties.exchange().silentAfter().toSeconds(),
                name,
                label,
                since.toSeconds(),
                Unit.SECONDS,
                "相手の側から便りがありません。相手の側が動いているか、フォルダーが運ばれているか見てください。");
    }

    private Vital gap(ReceivedRows.Standing standing) {
        long next = rows.received().findLast().map(SentRows.Last::number).orElse(0L) + 1;
        return Vital.upTo(
                0,
                "exchange_gap",
                "受け渡し: 前の番号を待っているファイル",
                standing.waiting(),
                Unit.COUNT,
                "%d番がまだ届かないので、そのあとのファイルが待っています。相手の側の %s に %s があるか見てください。なければ、相手の側が1時間ほどで書きなおします。"
                        .formatted(next, properties.incoming().getFileName(), ExchangeFolder.name(next)));
    }

    private Vital failure(ReceivedRows.Standing standing) {
        String failure = standing.failure();
        return Vital.when(
                failure == null,
                "exchange_failing",
                "受け渡し: 届いたのに取り込めないもの",
                failure == null ? 0 : 1,
                Unit.COUNT,
                "%d番を取り込めません（%s）。取り込めるまでくりかえし試し、あとのものはその間待ちます。"
                        .formatted(
                                rows.received()
                                                .findLast()
                                                .map(SentRows.Last::number)
                                                .orElse(0L)
                                        + 1,
                                failure));
    }

    private Vital refused() {
        List<ReceivedRows.Aside> aside =
                rows.received().listRefusedSince(clock.instant().minus(TOLD));
        return Vital.when(
                aside.isEmpty(),
                "exchange_refused",
                "受け渡し: 7日のうちに取り込まずによけたファイル",
                aside.size(),
                Unit.COUNT,
                aside.isEmpty()
                        ? ""
                        : "%s: %s。%s によけました。正しいものは、相手の側がもう一度書きます。同じことが続くなら、運ぶ道を調べてください。"
                                .formatted(
                                        aside.getFirst().name(),
                                        aside.getFirst().reason(),
                                        setAside));
    }

    private Vital restored(ReceivedRows.Standing standing) {
        String name = "exchange_restored";
        String label = "受け渡し: 番号のつなぎなおし";
        Instant wentOn = standing.wentOnAt();
        if (standing.lost() > 0) {
            return new Vital(
                    name,
                    label,
                    standing.lost(),
                    Unit.COUNT,
                    State.WRONG,
                    "相手の側は%d番をもう一度求めていますが、この側ではもう消しています。相手の側を、もっと新しい保存から戻してください。".formatted(standing.lost()));
        }
        boolean lately = wentOn != null && wentOn.isAfter(clock.instant().minus(TOLD));
        return new Vital(
                name,
                label,
                lately ? 1 : 0,
                Unit.COUNT,
                lately ? State.LOOK : State.GOOD,
                lately ? "この側は古い保存から戻されたので、番号を相手の側に合わせて続けました。戻すまでの間のことは相手の側で確かめてください。" : "");
    }
}
