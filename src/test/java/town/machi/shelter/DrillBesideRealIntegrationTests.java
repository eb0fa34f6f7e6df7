package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import({Town.class, Office.class})
@DisplayName("訓練と本番が同時にあるときの画面")
class DrillBesideRealIntegrationTests {

    private static final String SMALL = "町立公民館大野分館";
    private static final String NEAR = "きずなの里";

    @Autowired
    Office office;

    @Autowired
    Town town;

    @Autowired
    Shelters shelters;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    private Actor.Staff chief;

    @BeforeEach
    void hire() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
    }

    @AfterEach
    void end() {
        town.calm(chief);
    }

    private String look(String path) throws Exception {
        return office.look(chief, path).getContentAsString();
    }

    @Test
    @DisplayName("本部は、どの訓練のどの避難所が終わったか、遅れて何が届いたかを見て、訓練の報告を読める")
    void theOverviewSaysWhatWasEnded() throws Exception {
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        OpeningId practice = town.open(drill, SMALL, chief);
        town.send(practice, new Happening.Counted(3, null), chief);
        clock.advance(Duration.ofMinutes(1));
        DisasterId quake = town.begin(chief, false, Hazard.EARTHQUAKE);
        assertThat(look("/office/shelters")).contains("訓練で使っています。呼び出すと、訓練のほうを終わらせます");
        String to = office.send(
                        chief,
                        "/office/shelters/disasters/" + quake + "/prepare",
                        "shelter",
                        town.shelter(SMALL).id().toString(),
                        "onceId",
                        ids.next().toString())
                .getRedirectedUrl();
        assertThat(to).startsWith("/office/shelters?done=prepared#");
        clock.advance(Duration.ofMinutes(1));
        assertThat(look("/office/shelters"))
                .contains("ここで開いていた訓練を打ち切りました", SMALL + "：訓練「訓練の地震」の開設を終わらせ", "本番で使うため、訓練を打ち切りました")
                .contains("本番「令和8年の地震（例）」のために、訓練を打ち切りました")
                .doesNotContain("届きました");
        town.send(practice, new Happening.Counted(2, null), chief);
        assertThat(look("/office/shelters")).contains("訓練としての受け付けが 1件 届きました");
        assertThat(look("/office/shelters/reports/" + drill + "/drill"))
                .contains("途中で打ち切られました", "本番「令和8年の地震（例）」が避難所を呼び出したため", SMALL, "そのあとに届いた受け付け 1件");
    }

    @Test
    @DisplayName("本番の避難所を訓練で呼び出すと、何の本番で使っているかを言って断る")
    void theDrillIsRefusedByName() throws Exception {
        DisasterId quake = town.begin(chief, false, Hazard.EARTHQUAKE);
        town.open(quake, SMALL, chief);
        DisasterId drill = town.begin(chief, true, Hazard.EARTHQUAKE);
        var refused = office.send(
                chief,
                "/office/shelters/disasters/" + drill + "/prepare",
                "shelter",
                town.shelter(SMALL).id().toString(),
                "onceId",
                ids.next().toString());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("選んだ避難所は、本番「令和8年の地震（例）」で使っています", SMALL + "は、本番で使っています");
        assertThat(look("/office/shelters?refused=begun-real-on")).contains("本番「令和8年の地震（例）」で使っているので呼び出していません");
        town.open(drill, NEAR, chief);
        assertThat(look("/office/shelters")).contains("【訓練】訓練の地震", NEAR);
    }
}
