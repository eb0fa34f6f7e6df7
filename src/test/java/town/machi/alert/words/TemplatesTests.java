package town.machi.alert.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Language;
import town.machi.kernel.Place;
import town.machi.messaging.District;

@DisplayName("災害情報の定型文")
class TemplatesTests {

    static final List<District> DISTRICTS = List.of(
            new District("大字佐敷", "佐敷", "サシキ", new Place(32.3, 130.5)),
            new District("大字湯浦", "湯浦", "ユノウラ", new Place(32.27, 130.5)),
            new District("大字箙瀬", "箙瀬", "エビラセ", new Place(32.33, 130.6)));

    private static final String GOOD = """
            title: 避難指示
            kind: evacuation
            level: 4
            ja:
              title: 警戒レベル4 避難指示
              body: "{districts}の人は避難してください。"
            easy:
              title: レベル4 にげて ください
              body: "{districts}の 人は にげて ください。"
            en:
              title: Alert Level 4
              body: "Leave {districts} now."
            """;

    @Test
    @DisplayName("町の定型文は、どれも三つの言語で同じレベルと場所を持つ")
    void townsOwn() {
        AlertTemplates templates = new AlertTemplates(Path.of("towns/ashikita/alerts"), town());
        assertThat(templates.faults()).isEmpty();
        assertThat(templates.list()).hasSizeGreaterThan(20);
        assertThat(templates.places().groups()).hasSize(5);
        for (int level = 2; level <= 5; level++) {
            for (String warning : List.of("RAIN", "LANDSLIDE", "SURGE", "FLOOD")) {
                assertThat(templates.findFor(warning, level))
                        .as(warning + level)
                        .isPresent();
            }
        }
    }

    @Test
    @DisplayName("レベルが言語で違えば、行をつけて教える")
    void otherLevel() {
        assertThat(faults(GOOD)).isEmpty();
        assertThat(faults(GOOD.replace("Alert Level 4", "Alert Level 3")))
                .containsExactly("alerts/t.yaml:11 en: 文のレベルは4だけでなければなりません（文にあるもの: [3]）。");
    }

    @Test
    @DisplayName("場所が抜けた言語、違う空欄、廃止された言葉、ない言語を教える")
    void faults() {
        assertThat(faults(GOOD.replace("Leave {districts} now.", "Leave now.")))
                .contains("alerts/t.yaml:11 en: 文に場所 {districts} がありません。");
        assertThat(faults(GOOD.replace("避難してください", "{river}から避難してください")))
                .anyMatch(fault -> fault.contains("空欄 {river} は blanks: にありません"));
        assertThat(faults(GOOD.replace("4 避難指示", "4 避難勧告"))).anyMatch(fault -> fault.contains("廃止"));
        assertThat(faults(GOOD.substring(0, GOOD.indexOf("en:")))).anyMatch(fault -> fault.contains("en: の文がありません"));
        assertThat(faults("title: [")).hasSize(1);
        assertThat(faults(GOOD.replace("kind: evacuation", "kind: evakuation")))
                .anyMatch(fault -> fault.startsWith("alerts/t.yaml:2"));
    }

    @Test
    @DisplayName("気象の定型文に「発令」とは書けない")
    void weatherOrdersNothing() {
        String weather = GOOD.replace("kind: evacuation", "kind: weather").replace("避難してください", "避難してください。発令しました");
        assertThat(faults(weather)).anyMatch(fault -> fault.contains("気象庁の発表に「発令」とは書けません"));
    }

    @Test
    @DisplayName("地区のすべてなら地区の名、一部なら大字の名で言う")
    void places() {
        PlaceWords places = new PlaceWords(
                List.of(
                        new PlaceWords.Area("a", "佐敷", "サシキ"),
                        new PlaceWords.Area("b", "湯浦", "ユノウラ"),
                        new PlaceWords.Area("c", "箙瀬", "エビラセ"),
                        new PlaceWords.Area("d", "告", "ツゲ")),
                List.of(new PlaceWords.Group("湯浦", "ユノウラ", List.of("b", "c"))));
        assertThat(places.say(Set.of("a", "b", "c"), Language.JA)).isEqualTo("湯浦地区、佐敷");
        assertThat(places.say(Set.of("b"), Language.JA)).isEqualTo("湯浦");
        assertThat(places.say(Set.of("a", "b", "c"), Language.EN)).isEqualTo("Yunoura district, Sashiki");
        assertThat(places.say(Set.of("c"), Language.EASY)).isEqualTo("箙瀬（えびらせ）");
        assertThat(places.say(Set.of("a", "b", "c", "d"), Language.JA)).isEqualTo("町内全域");
        assertThat(Romaji.of("オオカワチ")).isEqualTo("Okawachi");
        assertThat(Romaji.of("ミチガワチ")).isEqualTo("Michigawachi");
        assertThat(Romaji.of("ツルギヤマ")).isEqualTo("Tsurugiyama");
    }

    private static List<String> faults(String source) {
        return TemplateReader.read("t.yaml", source).faults().stream()
                .map(Fault::toString)
                .toList();
    }

    /// The town's own areas, as its folder lists them.
    private static List<District> town() {
        try (var lines = java.nio.file.Files.lines(Path.of("towns/ashikita/areas.csv"))) {
            return lines
                    .skip(1)
                    .map(line -> line.split(","))
                    .filter(line -> !line[1].substring(2).contains("字"))
                    .map(line -> new District(line[1], line[1].substring(2), line[2], new Place(32.3, 130.5)))
                    .collect(java.util.stream.Collectors.toMap(District::id, each -> each, (a, b) -> a))
                    .values()
                    .stream()
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
