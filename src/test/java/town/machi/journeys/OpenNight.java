package town.machi.journeys;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import town.machi.demo.DemoAccount;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

/// A town whose shelters are open, with a browser and the chief of the headquarters at work.
abstract class OpenNight {

    static RunningTown town;
    static Browser browser;
    static OpenShelters shelters;
    static WaterClerk chief;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        town = RunningTown.start();
        shelters = OpenShelters.in(town);
        chief = WaterClerk.signsIn(browser.desk(town.address()), DemoAccount.named("bosai"));
    }

    @AfterAll
    static void close() {
        town.close();
        browser.close();
    }
}
