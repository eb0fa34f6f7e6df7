package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.machi.kernel.Place;
import town.machi.kernel.SectionId;
import town.machi.platform.town.TownFolderFault;
import town.machi.support.TestTown;

@DisplayName("町の設定")
class TownTests {

    private static final Path ASHIKITA = Path.of("towns/ashikita");

    @Test
    @DisplayName("芦北町の課・閉庁時刻・住所を読む")
    void readsTheTown() {
        Town town = town(ASHIKITA, false);
        assertThat(town.name()).isEqualTo("芦北町");
        assertThat(town.municipality()).isEqualTo("葦北郡芦北町");
        assertThat(town.code()).isEqualTo("434825");
        assertThat(town.openingHours().closes()).isEqualTo(LocalTime.of(17, 15));
        assertThat(town.findSection(new SectionId("water")).orElseThrow().name())
                .isEqualTo("上下水道課");
    }

    @Test
    @DisplayName("町が知らせていない電話番号は空で、実演では例と分かる")
    void unknownIsEmptyAndSamplesAreMarked() {
        assertThat(town(ASHIKITA, false).telephone()).isEmpty();
        assertThat(town(ASHIKITA, true).telephone()).endsWith("（例）");
        assertThat(town(ASHIKITA, false).declaredSettings())
                .filteredOn(TownTests::isForTheTownToTell)
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.standard()).isEmpty());
        assertThat(town(ASHIKITA, true).declaredSettings())
                .filteredOn(TownTests::isForTheTownToTell)
                .filteredOn(setting -> setting.standard().isPresent())
                .isNotEmpty()
                .allMatch(SettingDeclaration::example);
    }

    /// A fee, a lead time or the mayor's name is the town's. How long an idle screen, a draft or a lease stays open,
    /// how many people make a shelter crowded, and which section looks after records and after requests about
    /// personal data, is ours until the town says otherwise. How one objects to a charge is the law's; a switch is
    /// off until somebody turns it on.
    private static boolean isForTheTownToTell(SettingDeclaration setting) {
        return setting.type() != SettingDeclaration.Type.YES_NO
                && Stream.of(
                                "office.",
                                "submission.",
                                "alert.",
                                "shelter.",
                                "keeping.",
                                "person.",
                                "water.charge-instruction")
                        .noneMatch(ours -> setting.name().startsWith(ours));
    }

    @Test
    @DisplayName("木曜の届出に 3 開庁日かかれば、年明けの月曜になる")
    void threeBusinessDaysOverNewYear() {
        assertThat(town(ASHIKITA, false).calendar().plusBusinessDays(LocalDate.of(2026, 12, 24), 3))
                .isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    @DisplayName("郵便番号から町字が分かる")
    void findsAreasByPostcode() {
        Town town = town(ASHIKITA, false);
        assertThat(town.findAreasByPostcode("８６９−５５６３"))
                .singleElement()
                .extracting(TownArea::name, TownArea::kana)
                .containsExactly("大字湯浦", "ユノウラ");
        assertThat(town.findAreasByPostcode("869-5561")).hasSizeGreaterThan(1);
        assertThat(town.findAreasByPostcode("100-0001")).isEmpty();
        assertThat(town.findAreasByPostcode("あ")).isEmpty();
    }

    @Test
    @DisplayName("町の中の点と外の点を見分け、町字の点はすべて町の中にある")
    void tellsInsideFromOutside() {
        Town town = town(ASHIKITA, false);
        assertThat(town.contains(new Place(32.2989, 130.4936))).isTrue();
        assertThat(town.contains(new Place(35.68, 139.76))).isFalse();
        assertThat(town.areas()).hasSize(51).allMatch(area -> town.contains(area.place()));
    }

    @Test
    @DisplayName("書き間違いは一度に全部知らされる")
    void namesEveryFaultAtOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("town.yaml"), """
                town: 芦北町
                kana: アシキタマチ
                code: 4348
                prefecture: 熊本県
                postcode: 869
                adress: 大字芦北2015番地
                closed days: [2027-02-30]
                hours: {closes: 17時}
                sections: {水道: {name: 上下水道課}}
                settings: {fee: {label: 手数料, type: dollars}}
                """);
        assertThatThrownBy(() -> town(folder, false))
                .isInstanceOf(TownFolderFault.class)
                .hasMessageContainingAll(
                        "4348", "869", "adress", "address がありません", "2027-02-30", "17時", "水道", "dollars");
    }

    @Test
    @DisplayName("YAML として壊れていれば、場所を添えて知らせる")
    void tellsWhereTheYamlIsBroken(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("town.yaml"), "town: 芦北町\n\tkana: x\n");
        assertThatThrownBy(() -> town(folder, false))
                .isInstanceOf(TownFolderFault.class)
                .hasMessageContaining("line 2");
    }

    private static Town town(Path folder, boolean demo) {
        return TestTown.read(folder, demo);
    }
}
