package town.machi.alert.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.alert.jma.FeedStandIn;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// The demo's 気象庁: a page from which telegrams are put into the feed. Only in the demo.
@Controller
@ConditionalOnBooleanProperty("machi.demo")
class FeedStandInController {

    private final FeedStandIn feed;

    FeedStandInController(FeedStandIn feed) {
        this.feed = feed;
    }

    @GetMapping("/demo/jma")
    Reply show(@RequestParam(defaultValue = "") String done) {
        return new FeedStandInPage(
                feed.list().stream().map(FeedStandInController::line).toList(), !done.isEmpty());
    }

    @PostMapping("/demo/jma")
    Reply publish(@RequestParam String name) {
        if (feed.list().contains(name)) {
            feed.publish(name);
        }
        return new Redirect("/demo/jma?done=yes");
    }

    private static FeedStandInPage.Line line(String name) {
        String words = switch (name) {
            case "VPWW55_1_level3.xml" -> "大雨警報（レベル3）";
            case "VPWW56_2_level4.xml" -> "土砂災害危険警報（レベル4）";
            case "VPWW55_3_level5.xml" -> "大雨特別警報（レベル5）";
            case "VPWW55_4_drill.xml" -> "大雨特別警報の訓練電文";
            case "VPWW55_5_cancel.xml" -> "大雨特別警報の取消";
            case "VPWW55_6_over.xml" -> "大雨の警報の解除";
            case "VTSE41_7_tsunami.xml" -> "津波警報（有明・八代海）";
            case "VPWW55_8_broken.xml" -> "こわれた電文";
            default -> name;
        };
        return new FeedStandInPage.Line(name, words);
    }
}
