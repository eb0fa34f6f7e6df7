package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("小さな値")
class SmallValuesTests {

    @ParameterizedTest(name = "{0} の年度は {1}")
    @DisplayName("年度は4月に始まり、改元の年の呼び名は国にならう")
    @CsvSource({
        "2026-03-31, 令和7年度",
        "2026-04-01, 令和8年度",
        "2019-04-01, 令和元年度",
        "2020-03-31, 令和元年度",
        "2018-04-01, 平成30年度",
        "1989-03-31, 昭和63年度",
        "1989-04-01, 平成元年度"
    })
    void fiscalYear(LocalDate date, String label) {
        FiscalYear year = FiscalYear.of(date);
        assertThat(year.label()).isEqualTo(label);
        assertThat(year.contains(date)).isTrue();
        assertThat(year.next().firstDay()).isEqualTo(year.lastDay().plusDays(1));
    }

    @ParameterizedTest(name = "{0} は {1} 円")
    @DisplayName("金額は、記号も全角も読む")
    @CsvSource({
        "1234, 1234",
        "'1,234円', 1234",
        "￥１２３４, 1234",
        "'12,345,678', 12345678",
        "-500, -500",
        "△500, -500",
        "0, 0"
    })
    void yen(String typed, long amount) {
        assertThat(Yen.parse(typed)).isEqualTo(Reading.of(new Yen(amount)));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("金額でないものは断る")
    @ValueSource(strings = {"", "12.5", "1,23", "千円", "9999999999999999999", "1 000 x"})
    void notYen(String typed) {
        assertThat(Yen.parse(typed).findRefusal()).isPresent();
    }

    @Test
    @DisplayName("金額の足し算は、あふれたら黙っていない")
    void yenDoesNotOverflow() {
        assertThatThrownBy(() -> new Yen(Long.MAX_VALUE).plus(new Yen(1))).isInstanceOf(ArithmeticException.class);
        assertThat(new Yen(1000).times(3).minus(new Yen(500)).format()).isEqualTo("2,500円");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("郵便番号は、〒も全角も読む")
    @ValueSource(strings = {"869-5441", "8695441", "〒869-5441", "８６９ー５４４１", " 869 5441 ", "〒８６９‐５４４１"})
    void postalCode(String typed) {
        assertThat(PostalCode.parse(typed).map(PostalCode::format)).contains("869-5441");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("郵便番号でないものは読まない")
    @ValueSource(strings = {"", "869-544", "869-54411", "abc-defg"})
    void notPostalCode(String typed) {
        assertThat(PostalCode.parse(typed)).isEmpty();
    }

    @Test
    @DisplayName("暗証番号は6けた、全角も読み、記録には出ない")
    void passcode() {
        assertThat(Passcode.parse("０１２３４５")).contains(new Passcode("012345"));
        assertThat(Passcode.parse("012-345")).contains(new Passcode("012345"));
        assertThat(Passcode.parse("12345")).isEmpty();
        assertThat(Passcode.generate(new Random(7)).toString()).isEqualTo("******");
        assertThat(Passcode.generate(new Random(7)).value()).matches("\\d{6}");
    }

    @Test
    @DisplayName("芦北町役場から熊本県庁まで、およそ60キロ")
    void distance() {
        Place ashikita = new Place(32.2993, 130.4932);
        Place kumamoto = new Place(32.7898, 130.7417);
        assertThat(ashikita.distanceMetres(kumamoto)).isCloseTo(59_300, within(600.0));
        assertThat(ashikita.distanceMetres(ashikita)).isZero();
        assertThatThrownBy(() -> new Place(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place(91, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("式に見えるセルには、印を付けて式でなくする")
    @ValueSource(strings = {"=1+1", "+81", "-1", "@SUM", "\tx", "\rx", "＝１"})
    void cellText(String text) {
        assertThat(CellText.neutralised(text)).isEqualTo("'" + text);
        assertThat(CellText.neutralised("芦北" + text)).isEqualTo("芦北" + text);
        assertThat(CellText.neutralised("")).isEmpty();
    }

    @Test
    @DisplayName("職員でない者は、職員として通さない")
    void requireStaff() {
        Actor.Staff staff = new Actor.Staff(
                new StaffId(new UUID(0, 1)), "芦北 太郎", Set.of(new SectionId("water")), Set.of(Role.HANDLER));
        assertThat(Actor.requireStaff(staff)).isSameAs(staff);
        assertThat(staff.toString()).doesNotContain("芦北");
        assertThatThrownBy(() -> Actor.requireStaff(new Actor.Anonymous()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(KernelProblem.STAFF_ONLY));
    }

    @Test
    @DisplayName("住所は、建物の前だけ空けて一行にする")
    void address() {
        Address address =
                new Address(PostalCode.parse("869-5498").orElseThrow(), "熊本県", "葦北郡芦北町", "大字芦北", "2015番地", "町営住宅 1号");
        assertThat(address.oneLine()).isEqualTo("熊本県葦北郡芦北町大字芦北2015番地　町営住宅 1号");
    }

    @Test
    @DisplayName("知らない言葉の人には日本語で")
    void language() {
        assertThat(Language.ofCode("en")).isEqualTo(Language.EN);
        assertThat(Language.ofCode("easy").htmlLang()).isEqualTo("ja");
        assertThat(Language.ofCode("xx")).isEqualTo(Language.JA);
    }
}
