package town.machi.platform.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.machi.platform.Vital.State;

@DisplayName("bin/doctor は、足りないものと、することを言う")
class DoctorTests {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("つづりのちがう環境変数には、近い名前を言う")
    void namesTheNearestVariable() {
        assertThat(look(new VariablesCheck(), Map.of("MACHI_PROT", "80")))
                .contains("MACHI_PROT", "MACHI_PORT か MACHI_PROXY のまちがい");
        assertThat(look(new VariablesCheck(), Map.of("MACHI_PORT", "80", "HOME", "/")))
                .startsWith("✓");
    }

    @Test
    @DisplayName("見本のまま外へ出す、片方だけの LINE、https でない住所は、直すように言う")
    void findsWhatDoesNotFit() {
        List<Finding> found = new VariablesCheck()
                .look(Map.of("MACHI_PUBLICURL", "http://machi.example", "MACHI_LINE_TOKEN", "secret-token"));
        assertThat(found).extracting(Finding::state).containsExactly(State.WRONG, State.WRONG, State.WRONG);
        assertThat(found.toString())
                .contains("MACHI_DEMO=false", "https", "MACHI_LINE_SECRET")
                .doesNotContain("secret-token");
    }

    @Test
    @DisplayName("書けないデータのフォルダー、読めない町のフォルダー、読めない証明書を言う")
    void findsFoldersThatCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(look(
                        new FolderCheck(),
                        Map.of("MACHI_DATA", file.resolve("data").toString())))
                .contains("✗", "書けません");
        assertThat(look(
                        new FolderCheck(),
                        Map.of("MACHI_DATA", folder.resolve("new").toString())))
                .contains("GB です");
        assertThat(look(new TownFolderCheck(), Map.of("MACHI_TOWN", folder.toString())))
                .contains("✗", "読めません");
        assertThat(look(new CertificateCheck(Clock.systemUTC()), Map.of("MACHI_TLS", folder.toString())))
                .contains("✗", "fullchain.pem");
        assertThat(new CertificateCheck(Clock.systemUTC()).look(Map.of())).isEmpty();
    }

    @Test
    @DisplayName("町がまだなく、動いてもいないときは、作り方を言う")
    void saysHowATownIsMade() {
        Map<String, String> nothing =
                Map.of("MACHI_DATA", folder.resolve("none").toString());
        assertThat(look(new DatabaseCheck(Clock.systemUTC()), nothing)).contains("✗", "bin/run");
        assertThat(look(new NodeCheck(), nothing)).contains("△", "動いていません");
    }

    @Test
    @DisplayName("いちばん悪いものが終了コードになる")
    void tellsTheWorst() {
        assertThat(Doctor.worst(List.of(Finding.good("a"), Finding.wrong("b", "c"), Finding.look("d", "e"))))
                .isEqualTo(State.WRONG);
        assertThat(Doctor.worst(List.of()).ordinal()).isZero();
    }

    private static String look(Check check, Map<String, String> environment) {
        return String.join(
                "\n", check.look(environment).stream().map(Finding::line).toList());
    }
}
