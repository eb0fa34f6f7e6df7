package town.machi.alert.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bin/check は、災害情報の定型文も調べる")
class AlertCheckTests {

    @TempDir
    Path here;

    private Path alerts;

    private record Told(int exit, String text) {}

    @BeforeEach
    void town() throws IOException {
        Path town = here.resolve("towns/ashikita");
        alerts = town.resolve("alerts");
        Files.createDirectories(alerts);
        for (String file : List.of(
                "town.yaml",
                "areas.csv",
                "boundary.geojson",
                "alerts/districts.yaml",
                "alerts/rules.yaml",
                "alerts/evacuation-instruct.yaml")) {
            Files.copy(Path.of("towns/ashikita", file), town.resolve(file));
        }
    }

    private Told check(String... folders) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = new AlertCheck(here, new PrintStream(out, true, UTF_8)).run(List.of(folders));
        return new Told(exit, out.toString(UTF_8));
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(alerts.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(alerts.resolve(file), text.replace(from, to));
    }

    @Test
    @DisplayName("まちがいがなければ、数を言って 0 で終わる。手続のフォルダーには、調べるものがない")
    void sound() {
        assertThat(check().exit()).isZero();
        assertThat(check().text().lines().findFirst()).contains("使える定型文が 1 つあります。まちがいはありません。");
        assertThat(check("towns/ashikita/alerts").exit()).isZero();
        assertThat(check("towns/ashikita/procedures/dog")).isEqualTo(new Told(0, ""));
    }

    @Test
    @DisplayName("町がまだ確かめていないことは、まちがいとは別に並べて言い、確かめたら言わない")
    void toConfirm() throws IOException {
        assertThat(check().text()).contains("使う前に、町が確かめること（5件）:", "- 地区（districts.yaml）は、郵便番号の", "rivers は空です");
        String rules = Files.readString(alerts.resolve("rules.yaml"));
        Files.writeString(alerts.resolve("rules.yaml"), rules.substring(0, rules.indexOf("to confirm:")));
        assertThat(check().text()).isEqualTo("使える定型文が 1 つあります。まちがいはありません。\n");
    }

    @Test
    @DisplayName("レベルの違う言語、ない大字、知らない鍵を、ファイルと行と文で教えて 1 で終わる")
    void faults() throws IOException {
        change("evacuation-instruct.yaml", "title: Alert Level 4", "title: Alert Level 3");
        change("districts.yaml", "areas: [田浦, ", "areas: [田浦, 例の浦, ");
        change("rules.yaml", "draft from level:", "draft form level:");
        Told told = check("towns/ashikita");
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text().lines())
                .anyMatch(line ->
                        line.matches("towns/ashikita/alerts/evacuation-instruct\\.yaml:\\d+ en: 文のレベルは4だけでなければなりません.*"))
                .anyMatch(line -> line.matches("towns/ashikita/alerts/districts\\.yaml:\\d+ 「例の浦」という大字はありません。"))
                .anyMatch(line -> line.matches("towns/ashikita/alerts/rules\\.yaml:\\d+ .*draft form level.*"));
    }
}
