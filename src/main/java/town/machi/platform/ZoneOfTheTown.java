package town.machi.platform;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/// What is said of the cut (`MACHI_ZONE`) must fit together before anything is begun.
class ZoneOfTheTown implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String zone = environment.getProperty("machi.zone", "whole");
        if (!List.of("whole", "public", "inner").contains(zone)) {
            throw new CannotStart("MACHI_ZONE=" + zone + " という側はありません。外側なら public、内側なら inner と書き、分けないなら消してください。");
        }
        if (!zone.equals("whole")
                && environment.getProperty("machi.exchange.folder", "").isBlank()) {
            throw new CannotStart("MACHI_ZONE=" + zone + " には、もう片方の側とやりとりするフォルダーが要ります。"
                    + "MACHI_EXCHANGE_FOLDER で示してください（docs/運用の手引き.md「内側と外側に分ける」）。");
        }
        if (zone.equals("public") && environment.getProperty("machi.demo", Boolean.class, false)) {
            throw new CannotStart("見本の町（MACHI_DEMO=true）は、外側（MACHI_ZONE=public）では動きません。"
                    + "MACHI_DEMO=false にするか、MACHI_ZONE を外してひとつのプログラムで動かしてください。");
        }
    }
}
