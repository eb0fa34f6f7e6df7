package town.machi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;

/// A procedure of 250 questions: a town's folder that offers it, and what somebody files.
final class LongForm {

    static final int QUESTIONS = 250;
    private static final int ON_A_PAGE = 10;

    private LongForm() {}

    /// A copy of the town's folder with the long procedure added.
    static Path townWithIt(Path original, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        Path folder = Files.createDirectories(copy.resolve("procedures/long-survey"));
        Files.writeString(folder.resolve("procedure.yaml"), yaml());
        return copy;
    }

    private static String yaml() {
        StringBuilder yaml = new StringBuilder("""
                procedure: long-survey
                title: 測定のための長い届出
                summary: 250の質問があります。測定にだけ使います。
                section: general
                kind: 届出
                basis: 測定
                purpose: 速さの測定
                keep: 1 year
                channels: [web]
                processing: 未設定
                fee: 無料
                agent: だれでも
                form:
                """);
        for (int i = 0; i < QUESTIONS; i++) {
            if (i % ON_A_PAGE == 0) {
                yaml.append("  - page: p%d\n    title: ページ%d\n    ask:\n".formatted(i / ON_A_PAGE, i / ON_A_PAGE));
            }
            String type = switch (i % 5) {
                case 0 -> "type: number, label: 数%d".formatted(i);
                case 1 -> "type: date, label: 日%d".formatted(i);
                case 2 -> "type: choice, label: 選ぶ%d, of: {yes: はい, no: いいえ}".formatted(i);
                default -> "type: text, label: 言葉%d".formatted(i);
            };
            yaml.append("      - q%d: {%s}\n".formatted(i, type));
        }
        return yaml.append("""
                rules:
                  - check: q0 >= 0
                    say: 0以上の数を書いてください。
                workflow:
                  received:
                    label: 受付
                    within: 3 business days
                    acts: {accept: done, sendBack: correcting}
                """).toString();
    }

    /// The body of one submission.
    static byte[] body(int turn) {
        StringBuilder json = new StringBuilder(16_000);
        json.append("{\"requestId\":\"").append(UUID.randomUUID());
        json.append("\",\"procedure\":\"long-survey\",\"language\":\"ja\",\"answers\":{");
        for (int i = 0; i < QUESTIONS; i++) {
            String value = switch (i % 5) {
                case 0 -> Integer.toString(turn % 1000 + i);
                case 1 -> "2026-12-%02d".formatted(i % 28 + 1);
                case 2 -> i % 2 == 0 ? "yes" : "no";
                default -> "芦北町の例の答え" + i;
            };
            json.append(i == 0 ? "" : ",").append("\"q").append(i).append("\":\"").append(value).append('"');
        }
        return json.append("}}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
