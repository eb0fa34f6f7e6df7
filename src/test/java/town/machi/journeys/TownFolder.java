package town.machi.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/// A copy of the town's folder, for a clerk who changes it.
///
/// @param path what `MACHI_TOWN` says
record TownFolder(Path path) {

    private static final String NAME = "procedure.yaml";

    static TownFolder copyInto(Path folder) {
        try {
            Path copy = folder.resolve("town");
            FileUtils.copyDirectory(Path.of("towns/ashikita").toFile(), copy.toFile());
            return new TownFolder(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        return Map.of("MACHI_TOWN", path.toAbsolutePath().toString());
    }

    /// A new folder under `procedures/`, or a new text in an old one.
    void write(String procedure, String yaml) {
        try {
            Path folder = Files.createDirectories(path.resolve("procedures").resolve(procedure));
            Files.writeString(folder.resolve(NAME), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes the text of one that is there.
    void edit(String procedure, String before, String after) {
        try {
            String yaml = Files.readString(
                    path.resolve("procedures").resolve(procedure).resolve(NAME));
            if (!yaml.contains(before)) {
                throw new IllegalArgumentException(before + " does not stand in " + procedure);
            }
            write(procedure, yaml.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A small procedure of 税務課, as a clerk writes it.
    static String receiptRequest(String name) {
        return """
                procedure: %s
                title: 納税証明書の郵送の依頼
                summary: 納税証明書を郵便で受け取りたいときの依頼です。
                section: tax
                kind: 申請
                basis: 例の条例
                purpose: 納税証明書の作成と郵送に使います。
                keep: 1 year
                channels: [web, counter]
                processing: 3 business days
                fee: 未設定
                agent: だれでも
                remedy:
                  review: {to: 芦北町長, months: 3}
                  suit: {against: 芦北町, by: 芦北町長, months: 6}

                form:
                  - page: who
                    title: どなたの証明書ですか
                    ask:
                      - applicant: {use: person}
                  - page: what
                    title: どの年度のものですか
                    ask:
                      - year: {type: number, label: 年度, min: 1, max: 99}

                workflow:
                  received:
                    label: 受付
                    within: 3 business days
                    acts: {accept: done, sendBack: correcting, refuse: refused}
                """.formatted(name);
    }
}
