package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.identity.QrCode;
import town.machi.shelter.HouseholdCode.Choices;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Person;
import town.machi.shelter.HouseholdCode.Reading;

@DisplayName("世帯のQR")
class HouseholdCodeTests {

    private static final KeyPair TOWN = pair();

    static final Household FAMILY = new Household(
            UUID.fromString("019dc000-0000-7000-8000-0000000000a0"),
            Instant.parse("2026-11-20T01:02:03Z"),
            "芦北町大字佐敷123番地4",
            "0966-82-0000",
            new Choices(true, null, false, "犬 1", "ja"),
            List.of(
                    person(1, "田浦 太郎", "タノウラ タロウ", "M", "19480211", "CARE,MEDICINE"),
                    person(2, "田浦 花子", "タノウラ ハナコ", "F", "19510830", ""),
                    person(3, "田浦 海斗", "タノウラ カイト", "M", "19790605", ""),
                    person(4, "田浦 さくら", "タノウラ サクラ", "F", "19820117", "PREGNANT"),
                    person(5, "田浦 陽", "タノウラ ヨウ", "M", "20150928", ""),
                    person(6, "田浦 凪", "タノウラ ナギ", "", "20250303", "INFANT")));

    static Person person(int number, String name, String kana, String sex, String birth, String needs) {
        UUID id = UUID.fromString("019dc000-0000-7000-8000-00000000000" + number);
        return new Person(id, name, kana, sex, birth, needs, number == 5 ? "卵,小麦" : "");
    }

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("六人の世帯が、一つのQRに入り、そのまま読める")
    void sixPeopleFitAndComeBackWhole() {
        String code = HouseholdCode.sign(FAMILY, TOWN.getPrivate());
        assertThat(code).matches("[A-Z0-9]+").hasSizeLessThan(760);
        assertThat(QrCode.svg(code)).contains("<svg");
        assertThat(HouseholdCode.read(code, TOWN.getPublic())).isEqualTo(new Reading.Trusted(FAMILY));
    }

    @Test
    @DisplayName("小文字や改行が混じって打たれても読める")
    void lettersMayBeSmallAndBrokenIntoLines() {
        String code = HouseholdCode.sign(FAMILY, TOWN.getPrivate());
        String typed = code.toLowerCase(Locale.ROOT).replaceAll("(.{40})", "$1\n");
        assertThat(HouseholdCode.read(typed, TOWN.getPublic())).isInstanceOf(Reading.Trusted.class);
    }

    @Test
    @DisplayName("よその町が署名したQRも、一文字変えたQRも、信じない")
    void forgedIsNotTrusted() {
        String code = HouseholdCode.sign(FAMILY, TOWN.getPrivate());
        assertThat(HouseholdCode.read(code, pair().getPublic())).isInstanceOf(Reading.Forged.class);
        char changed = code.charAt(30) == 'A' ? 'B' : 'A';
        String other = code.substring(0, 30) + changed + code.substring(31);
        assertThat(HouseholdCode.read(other, TOWN.getPublic())).isInstanceOf(Reading.Forged.class);
    }

    @Test
    @DisplayName("店のQRは「この町のものではない」、途中で切れたQRは「読めなかった」")
    void foreignAndDamagedAreTold() {
        assertThat(HouseholdCode.read("https://example.jp/", TOWN.getPublic())).isInstanceOf(Reading.Foreign.class);
        assertThat(HouseholdCode.read("MACHIHH1ABC", TOWN.getPublic())).isInstanceOf(Reading.Damaged.class);
        assertThat(HouseholdCode.read("MACHIHH1A1", TOWN.getPublic())).isInstanceOf(Reading.Damaged.class);
    }
}
