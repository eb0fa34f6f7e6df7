package town.machi.platform.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.lang3.StringUtils;

/// The variables by which the operator says what is wanted: none misspelt, none without the other it needs.
final class VariablesCheck implements Check {

    private static final int FARTHEST = 3;

    private static final Set<String> KNOWN = Set.of(
            "MACHI_ALERT_LOOK",
            "MACHI_AOT",
            "MACHI_AUDIT_PAUSE",
            "MACHI_BENCH_OPTIONS",
            "MACHI_CHROMIUM",
            "MACHI_CLEAN",
            "MACHI_CLOCK_AHEAD",
            "MACHI_DATA",
            "MACHI_DB_APP_USER",
            "MACHI_DB_PASSWORD",
            "MACHI_DB_POOL_SIZE",
            "MACHI_DB_POOL_WAIT_MILLIS",
            "MACHI_DB_URL",
            "MACHI_DB_USER",
            "MACHI_DEMO",
            "MACHI_EXCHANGE_AGAIN_AFTER",
            "MACHI_EXCHANGE_EVERY",
            "MACHI_EXCHANGE_FOLDER",
            "MACHI_EXCHANGE_PARTNER",
            "MACHI_EXCHANGE_SILENT_AFTER",
            "MACHI_FONTS",
            "MACHI_HEAP",
            "MACHI_HOST",
            "MACHI_JALERT_FOLDER",
            "MACHI_JALERT_KEY",
            "MACHI_JAVA_OPTIONS",
            "MACHI_JMA_BASE",
            "MACHI_JMA_EVERY",
            "MACHI_JMA_SILENT_AFTER",
            "MACHI_JOBS",
            "MACHI_LINE_API",
            "MACHI_LINE_DATA_API",
            "MACHI_LINE_SECRET",
            "MACHI_LINE_TOKEN",
            "MACHI_LOG_FORMAT",
            "MACHI_MAP_ATTRIBUTION",
            "MACHI_MAP_TILES",
            "MACHI_METRICS_KEY",
            "MACHI_NEW_ADMINISTRATOR",
            "MACHI_PORT",
            "MACHI_PROXY",
            "MACHI_PUBLICURL",
            "MACHI_REPLAY",
            "MACHI_RESIDENTS_URL",
            "MACHI_SMTP_HOST",
            "MACHI_SMTP_PASSWORD",
            "MACHI_SMTP_PORT",
            "MACHI_SMTP_SECURITY",
            "MACHI_SMTP_USER",
            "MACHI_SURFACES",
            "MACHI_TLS",
            "MACHI_TOOLS",
            "MACHI_TOWN",
            "MACHI_ZONE");

    @Override
    public List<Finding> look(Map<String, String> environment) {
        List<Finding> found = new ArrayList<>();
        unknown(environment).forEach(found::add);
        halves(environment).forEach(found::add);
        cut(environment).forEach(found::add);
        String byItself =
                Boolean.toString(environment.getOrDefault("MACHI_ZONE", "whole").equals("whole"));
        boolean demo = Boolean.parseBoolean(environment.getOrDefault("MACHI_DEMO", byItself));
        String outside = environment.getOrDefault("MACHI_PUBLICURL", "");
        if (demo && !outside.isEmpty()) {
            found.add(Finding.wrong(
                    "見本の町（MACHI_DEMO）のまま、外の住所 " + outside + " が決められています。",
                    "本番では MACHI_DEMO=false で起こしてください。見本の職員の合言葉は、だれでも知っています。"));
        }
        if (outside.startsWith("http:")) {
            found.add(Finding.wrong(
                    "外の住所 " + outside + " が https ではありません。", "MACHI_TLS に証明書のフォルダーを示すか、https を受け持つ装置を前に置いてください。"));
        }
        if (!demo && !environment.containsKey("MACHI_SMTP_HOST")) {
            found.add(Finding.look("メールを送る先（MACHI_SMTP_HOST）が決まっていません。", "決まるまで、受付のお知らせなどは送られずに順番を待ちます。"));
        }
        return found.isEmpty() ? List.of(Finding.good("環境変数におかしいところはありません。")) : found;
    }

    private static List<Finding> unknown(Map<String, String> environment) {
        return new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith("MACHI_") && !KNOWN.contains(name))
                        .map(name -> Finding.look(
                                name + " という環境変数は、Machi にはありません。",
                                nearest(name)
                                        .map(known -> known + " のまちがいではありませんか。")
                                        .orElse("要らなければ消してください。")))
                        .toList();
    }

    /// Those that are as near as any, in their order: MACHI_PORT か MACHI_PROXY
    private static Optional<String> nearest(String name) {
        TreeMap<Integer, SortedSet<String>> byDistance = new TreeMap<>();
        KNOWN.forEach(known -> byDistance
                .computeIfAbsent(StringUtils.getLevenshteinDistance(name, known), _ -> new TreeSet<>())
                .add(known));
        return byDistance.firstKey() <= FARTHEST
                ? Optional.of(String.join(" か ", byDistance.firstEntry().getValue()))
                : Optional.empty();
    }

    /// A town that is cut in two has a folder between its halves, and no demo outside.
    private static List<Finding> cut(Map<String, String> environment) {
        String zone = environment.getOrDefault("MACHI_ZONE", "whole");
        if (!List.of("whole", "public", "inner").contains(zone)) {
            return List.of(
                    Finding.wrong("MACHI_ZONE=" + zone + " という側はありません。", "外側なら public、内側なら inner と書き、分けないなら消してください。"));
        }
        List<Finding> found = new ArrayList<>();
        if (!zone.equals("whole") && !environment.containsKey("MACHI_EXCHANGE_FOLDER")) {
            found.add(Finding.wrong(
                    "MACHI_ZONE=" + zone + " なのに、もう片方の側とやりとりするフォルダーがありません。",
                    "MACHI_EXCHANGE_FOLDER で示してください（docs/運用の手引き.md「内側と外側に分ける」）。"));
        }
        if (zone.equals("whole") && environment.containsKey("MACHI_EXCHANGE_FOLDER")) {
            found.add(Finding.look(
                    "MACHI_EXCHANGE_FOLDER がありますが、MACHI_ZONE がないので使いません。",
                    "分けるなら MACHI_ZONE を public か inner にしてください。"));
        }
        if (zone.equals("inner") && !environment.containsKey("MACHI_RESIDENTS_URL")) {
            found.add(Finding.look(
                    "住民が見る側の住所（MACHI_RESIDENTS_URL）が決まっていません。",
                    "文書の確認コードの横に、内側の住所が印刷されます。https://machi.example.jp のように示してください。"));
        }
        if (zone.equals("public") && Boolean.parseBoolean(environment.getOrDefault("MACHI_DEMO", "false"))) {
            found.add(Finding.wrong("見本の町（MACHI_DEMO）は、外側では動きません。", "MACHI_DEMO=false にしてください。"));
        }
        return found;
    }

    private static List<Finding> halves(Map<String, String> environment) {
        List<Finding> found = new ArrayList<>();
        if (environment.containsKey("MACHI_LINE_TOKEN") != environment.containsKey("MACHI_LINE_SECRET")) {
            found.add(Finding.wrong(
                    "LINE のトークンとシークレットの片方しかありません。",
                    "MACHI_LINE_TOKEN と MACHI_LINE_SECRET を両方決めてください（docs/line-account.md）。"));
        }
        if (environment.containsKey("MACHI_DB_URL") && !environment.containsKey("MACHI_DB_PASSWORD")) {
            found.add(Finding.look("データベースの合言葉（MACHI_DB_PASSWORD）がありません。", "合言葉の要らないデータベースなら、このままで構いません。"));
        }
        return found;
    }
}
