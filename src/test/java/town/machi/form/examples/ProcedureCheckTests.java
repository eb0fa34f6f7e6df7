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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("bin/check は、まちがいを全部、場所と文で言う")
class ProcedureCheckTests {

    private static final String EXAMPLE = """
            example: 犬を一頭
            at: 2026-11-24 10:00
            answers:
              name: ポチ
              colours: [white]
              owner: {family: 山田, given: 花子, familyKana: ヤマダ, givenKana: ハナコ}
            pages: [dog]
            expect: ok
            """;

    @TempDir
    Path here;

    private Path dog;

    private record Told(int exit, String text) {}

    @BeforeEach
    void town() throws IOException {
        Path town = here.resolve("towns/ashikita");
        dog = town.resolve("procedures/dog");
        Files.createDirectories(dog.resolve("examples"));
        for (String file : List.of("town.yaml", "areas.csv", "boundary.geojson", "vocabulary.yaml")) {
            Files.copy(Path.of("towns/ashikita", file), town.resolve(file));
        }
        Files.writeString(dog.resolve("procedure.yaml"), """
                procedure: dog
                title: 犬の届出
                section: residents
                kind: 届出
                basis: 条例
                purpose: 犬の登録に使います。
                keep: 5 years
                channels: [web]
                form:
                  - page: dog
                    title: 犬
                    ask:
                      - name: {type: text, label: 名前}
                      - colours: {type: choices, label: 色, of: {white: 白, black: 黒}}
                      - owner: {use: person, label: 飼い主}
                """);
        example("dog.yaml", EXAMPLE);
    }

    private void example(String name, String text) throws IOException {
        Files.writeString(dog.resolve("examples").resolve(name), text);
    }

    private Told check(String... folders) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = new ProcedureCheck(here, new PrintStream(out, true, UTF_8)).run(List.of(folders));
        return new Told(exit, out.toString(UTF_8));
    }

    @Test
    @DisplayName("まちがいがなければ、数を言って 0 で終わる")
    void sound() {
        assertThat(check()).isEqualTo(new Told(0, "1 つの手続と 1 の例を調べました。まちがいはありません。\n"));
    }

    @Test
    @DisplayName("定義のまちがいは、ファイル・行・桁と文")
    void brokenDefinition() throws IOException {
        Path file = dog.resolve("procedure.yaml");
        Files.writeString(file, Files.readString(file).replace("type: text", "type: tekst"));
        Told told = check();
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text())
                .startsWith("towns/ashikita/procedures/dog/procedure.yaml:13:")
                .contains("tekst");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name: ポチ | nane: ポチ | dog.yaml:4:3 質問「nane」はこの手続にありません。「name」のまちがいではありませんか。",
                "name: ポチ | name.first: ポチ | dog.yaml:4:3 「name.first」という欄は、質問「name」にありません。使えるのは name です。",
                "[white] | [whit] | dog.yaml:5:3 「colours」に、例にない文が出ました:「「色」は、この中から選んでください。」",
                "expect: ok | expect: {name: だめ} | dog.yaml:8:10 「name」にこの文は出ませんでした。",
                "pages: [dog] | pages: [dog, owner] | dog.yaml:7:1 聞かれたページは [dog] でした。",
                "2026-11-24 10:00 | 2026-02-30 10:00 | dog.yaml:2:1 「2026-02-30 10:00」は日と時刻として読めません。",
                "expect: ok | expekt: ok | dog.yaml:8:1 「expekt」という項目は例にはありません。「expect」のまちがいではありませんか。",
                "pages: [dog] | like: cat.yaml | dog.yaml:7:1 例「cat.yaml」はありません。使えるのは dog.yaml です。",
                "pages: [dog] | like: dog.yaml | dog.yaml:7:1 like をたどると「dog.yaml」に戻ってしまいます。",
            })
    @DisplayName("例のまちがいも、ファイル・行・桁と文")
    void brokenExample(String from, String to, String line) throws IOException {
        example("dog.yaml", EXAMPLE.replace(from, to));
        Told told = check();
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text()).contains("towns/ashikita/procedures/dog/examples/" + line);
    }

    @Test
    @DisplayName("like の例は、もとの例の答えを引き継ぎ、書いたところだけ変わる")
    void like() throws IOException {
        example("nameless.yaml", """
                example: 名前がない
                like: dog.yaml
                at: 2026-11-24 10:00
                answers:
                  name:
                expect:
                  name: 「名前」を入力…
                """);
        assertThat(check().text()).isEqualTo("1 つの手続と 2 の例を調べました。まちがいはありません。\n");
    }

    @Test
    @DisplayName("町・手続の一つだけを調べることもできる。町でないところは 2 で断る")
    void folders() {
        assertThat(check("towns/ashikita").exit()).isZero();
        assertThat(check("towns/ashikita/procedures/dog").exit()).isZero();
        assertThat(check("towns/ashikita/procedures/cat").exit()).isEqualTo(2);
        assertThat(check("towns").exit()).isEqualTo(2);
    }
}
