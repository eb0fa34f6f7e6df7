package town.machi.alert.jma;

import java.util.List;
import town.machi.platform.Vital;
import town.machi.platform.Vital.Unit;
import town.machi.platform.VitalSigns;

/// Whether the feeds of the 気象庁 answer.
record FeedVitals(FeedWatch watch) implements VitalSigns {

    @Override
    public List<Vital> read() {
        FeedWatch.Health health = watch.health();
        return List.of(
                Vital.when(
                        health.silent().isEmpty(),
                        "jma_silent",
                        "返事のない気象庁の配信",
                        health.silent().size(),
                        Unit.COUNT,
                        "気象庁の電文が届いていません。外のネットワークへつながるか確かめ、テレビや県の連絡で補ってください。"),
                Vital.upTo(
                        0,
                        "jma_unreadable",
                        "1日のうちに読めなかった電文",
                        health.unreadable(),
                        Unit.COUNT,
                        "災害情報の「届いた電文」で中身を確かめてください。"));
    }
}
