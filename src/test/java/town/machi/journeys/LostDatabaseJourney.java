package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("データベースが答えないとき、住民は何をすればよいかを知り、書いたものを失わない")
class LostDatabaseJourney {

    @Test
    @DisplayName("混み合っていると告げられ、書いたものはその画面に残り、答えが戻れば「もう一度送る」で先へ進める")
    void keepsWhatWasTyped() {
        try (Browser browser = Browser.open();
                RunningTown town = RunningTown.start();
                var phone = browser.personWithoutScript(town.address(), 390)) {
            var resident = WaterResident.withoutScript(phone, "lost-database");
            resident.begin();
            resident.page().locator("[name='place.area']").fill("大字芦北");
            resident.page().locator("[name='place.number']").fill("2015番地の例3");

            town.freezeDatabase();
            try {
                resident.next();
                resident.arrivesAt("ただいま混み合っています", "busy");
                assertThat(resident.text("main")).contains("もう一度お試しください", "まだ登録されていません", "このページに残してあります");
            } finally {
                town.thawDatabase();
            }

            resident.press("もう一度送る");
            resident.arrivesAt("いつから使いますか", "after");
            resident.page().getByText("前のページに戻る").click();
            assertThat(resident.page().locator("[name='place.number']").inputValue())
                    .isEqualTo("2015番地の例3");
        }
    }
}
