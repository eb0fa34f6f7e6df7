package town.machi.form.examples;

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

@DisplayName("「はじめての手続を 20 分で」は、書いてあるとおりになる")
class FirstProcedureTests {

    @TempDir
    Path here;

    private FirstProcedure document;
    private Path main;

    @BeforeEach
    void follow() throws IOException {
        document = FirstProcedure.read();
        document.write(here);
        main = FirstProcedure.folder(here).resolve("procedure.yaml");
    }

    private String check() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String folder = here.relativize(FirstProcedure.folder(here)).toString();
        new ProcedureCheck(here, new PrintStream(out, true, UTF_8)).run(List.of(folder));
        return out.toString(UTF_8);
    }

    private void deleteExamples() throws IOException {
        for (String example : List.of("puppy.yaml", "before-birth.yaml")) {
            Files.delete(FirstProcedure.folder(here).resolve("examples").resolve(example));
        }
    }

    @Test
    @DisplayName("書きうつすと、例もふくめて、まちがいがない")
    void sound() throws IOException {
        assertThat(check()).isEqualTo(document.text("checked-examples"));
        deleteExamples();
        assertThat(check()).isEqualTo(document.text("checked"));
    }

    @Test
    @DisplayName("まちがえて書くと、紙面にあるとおりの文が出る")
    void broken() throws IOException {
        deleteExamples();
        String broken = document.text("procedure.yaml broken") + "\nworkflow:";
        Files.writeString(main, Files.readString(main).replace("\nworkflow:", broken));
        assertThat(check()).isEqualTo(document.text("faults"));
    }

    @Test
    @DisplayName("処理の流れまで書かなくても、質問を書いたところで調べられる")
    void unfinished() throws IOException {
        deleteExamples();
        String text = Files.readString(main);
        Files.writeString(main, text.substring(0, text.indexOf("\nrules:")));
        Files.delete(main.resolveSibling("procedure.en.yaml"));
        Files.delete(main.resolveSibling("procedure.easy.yaml"));
        assertThat(check()).isEqualTo(document.text("checked"));
    }

    @Test
    @DisplayName("紙面から指すファイルは、どれもある")
    void links() throws IOException {
        var links = java.util.regex.Pattern.compile("\\]\\((\\.\\./[^)]+)\\)")
                .matcher(Files.readString(FirstProcedure.DOCUMENT))
                .results()
                .map(link ->
                        FirstProcedure.DOCUMENT.resolveSibling(link.group(1)).normalize())
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(link).exists());
    }
}
