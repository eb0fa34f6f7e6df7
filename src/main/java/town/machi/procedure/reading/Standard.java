package town.machi.procedure.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.machi.procedure.Nature;
import town.machi.procedure.Words;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;

/// States and acts that every procedure shares, so that a clerk may write just `acts: {accept: done}`.
final class Standard {

    static final String FIRST = "received";
    static final String CORRECTING = "correcting";
    static final String DONE = "done";
    static final String PARTLY = "partly";
    static final String REFUSED = "refused";
    static final String WITHDRAWN = "withdrawn";

    /// In the order in which they stand below the states of the file.
    static final List<String> ENDS = List.of(CORRECTING, DONE, PARTLY, REFUSED, WITHDRAWN);

    /// An act whose name says what it does.
    record Known(Words label, boolean reason, Optional<Words> mail) {}

    private record Labels(Words office, Words shown) {}

    private static final Map<String, Labels> STATES = Map.of(
            FIRST,
            same("受付", "うけつけました", "Received"),
            CORRECTING,
            new Labels(
                    new Words("修正待ち", "なおすのを まっています", "Waiting for correction"),
                    new Words("直していただきたいところがあります", "なおして ほしい ところが あります", "Please correct your application")),
            DONE,
            same("完了", "おわりました", "Completed"),
            PARTLY,
            new Labels(
                    new Words("一部を認めた", "一部（いちぶ）を みとめました", "Granted in part"),
                    new Words("一部をお認めしました", "一部（いちぶ）が できました", "Granted in part")),
            REFUSED,
            new Labels(
                    new Words("不承認", "できませんでした", "Not approved"), new Words("お受けできませんでした", "できませんでした", "Not approved")),
            WITHDRAWN,
            same("取下げ", "とりけしました", "Withdrawn"));

    private static final Map<String, Known> ACTS = Map.of(
            "accept",
            new Known(
                    new Words("受け付ける", "うけつける", "Accept"),
                    false,
                    Optional.of(new Words(
                            "内容を確かめました。次の段階に進みます。",
                            "内容を 見ました。つぎに 進みます。",
                            "We have checked your application and are now working on it."))),
            Act.SEND_BACK,
            new Known(
                    new Words("直してもらう", "なおして もらう", "Send back for correction"),
                    true,
                    Optional.of(new Words(
                            "直していただきたいところがあります。次のページから、そこだけを直せます。",
                            "なおして ほしい ところが あります。つぎの ページで なおして ください。",
                            "Something needs correction. You can correct just that on the following page."))),
            "complete",
            new Known(
                    new Words("完了にする", "おわりに する", "Complete"),
                    false,
                    Optional.of(new Words("手続が終わりました。", "手続が おわりました。", "Your procedure is complete."))),
            "refuse",
            new Known(
                    new Words("認めない", "みとめない", "Refuse"),
                    true,
                    Optional.of(new Words(
                            "お申し出をお受けできませんでした。理由は次のとおりです。",
                            "できませんでした。理由（りゆう）は つぎの とおりです。",
                            "We could not approve your application, for the following reason."))),
            "grant",
            new Known(
                    new Words("認める", "みとめる", "Grant"),
                    false,
                    Optional.of(new Words(
                            "お申し出を認めました。決定の通知をお送りします。",
                            "できることに なりました。お知（し）らせを 送（おく）ります。",
                            "Your application has been granted. We will send you the notice."))),
            "grantPartly",
            new Known(
                    new Words("一部を認める", "一部（いちぶ）を みとめる", "Grant in part"),
                    true,
                    Optional.of(new Words(
                            "お申し出の一部を認めました。認められなかったところと理由は次のとおりです。決定の通知をお送りします。",
                            "一部（いちぶ）が できることに なりました。できない ところと 理由（りゆう）は つぎの とおりです。お知（し）らせを 送（おく）ります。",
                            "Your application has been granted in part. What was not, and why, follows. We will send you the"
                                    + " notice."))),
            "agree",
            new Known(
                    new Words("承諾する", "うけいれる", "Agree"),
                    false,
                    Optional.of(new Words(
                            "お申し込みを承諾しました。契約が成り立ちました。",
                            "もうしこみを うけいれました。契約（けいやく）が できました。",
                            "We have accepted your application. The contract is concluded."))),
            "answer",
            new Known(
                    new Words("答える", "こたえる", "Answer"),
                    true,
                    Optional.of(new Words("ご相談にお答えします。", "そうだんに こたえます。", "Here is our answer to your question."))));

    private Standard() {}

    private static Labels same(String ja, String easy, String en) {
        Words words = new Words(ja, easy, en);
        return new Labels(words, words);
    }

    static boolean isEnd(String id) {
        return ENDS.contains(id);
    }

    static Optional<Words> label(String id) {
        return Optional.ofNullable(STATES.get(id)).map(Labels::office);
    }

    static Optional<Words> publicLabel(String id) {
        return Optional.ofNullable(STATES.get(id)).map(Labels::shown);
    }

    static Meaning meaning(String id) {
        return switch (id) {
            case CORRECTING -> Meaning.CORRECTING;
            case DONE -> Meaning.DONE;
            case PARTLY -> Meaning.PARTLY;
            case REFUSED -> Meaning.REFUSED;
            case WITHDRAWN -> Meaning.WITHDRAWN;
            default -> Meaning.OPEN;
        };
    }

    static Optional<Known> act(String id) {
        return Optional.ofNullable(ACTS.get(id));
    }

    static Set<String> actNames() {
        return ACTS.keySet();
    }

    /// What can be done with a case that has just arrived, where the file has no workflow.
    static Map<String, String> acts(Nature nature) {
        Map<String, String> acts = new LinkedHashMap<>();
        acts.put(nature == Nature.CONSULTATION ? "answer" : "complete", DONE);
        acts.put(Act.SEND_BACK, CORRECTING);
        if (nature.refusable()) {
            acts.put("refuse", REFUSED);
        }
        return acts;
    }
}
