package town.machi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("受付番号")
class ReceiptNumberTests {

    @Test
    @DisplayName("見まちがえる字（I・O・0・1）を使わず、55ビットの乱数を持つ")
    void hasNoSymbolThatIsMisread() {
        assertThat(ReceiptNumber.ALPHABET).hasSize(32).doesNotContain("I", "O", "0", "1");
        assertThat(11 * Math.log(ReceiptNumber.ALPHABET.length()) / Math.log(2)).isGreaterThanOrEqualTo(55);
    }

    @Property
    @Label("作った番号は、どう打たれても読める")
    void isReadHoweverTyped(@ForAll("numbers") ReceiptNumber number) {
        String small = number.format().toLowerCase(Locale.ROOT);
        StringBuilder wide = new StringBuilder();
        number.format().chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        assertThat(number.format()).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(ReceiptNumber.parse(number.format())).contains(number);
        assertThat(ReceiptNumber.parse(small.replace('-', ' '))).contains(number);
        assertThat(ReceiptNumber.parse(small.replace("-", ""))).contains(number);
        assertThat(ReceiptNumber.parse(" " + wide + "　")).contains(number);
        assertThat(ReceiptNumber.parse(number.format().replace('-', 'ー'))).contains(number);
    }

    @Property
    @Label("一字の打ちまちがいは、どこの何であっても気づく")
    void findsEverySubstitution(@ForAll("numbers") ReceiptNumber number) {
        for (int at = 0; at < 12; at++) {
            for (char wrong : ReceiptNumber.ALPHABET.toCharArray()) {
                if (number.symbols().charAt(at) != wrong) {
                    StringBuilder typed = new StringBuilder(number.symbols());
                    typed.setCharAt(at, wrong);
                    assertThat(ReceiptNumber.parse(typed.toString())).isEmpty();
                }
            }
        }
    }

    @Property
    @Label("二字の入れ替わりは、隣どうしでも離れていても気づく")
    void findsEveryTransposition(
            @ForAll("numbers") ReceiptNumber number,
            @ForAll @IntRange(max = 11) int one,
            @ForAll @IntRange(max = 11) int other) {
        char left = number.symbols().charAt(one);
        char right = number.symbols().charAt(other);
        Assume.that(left != right);
        StringBuilder typed = new StringBuilder(number.symbols());
        typed.setCharAt(one, right);
        typed.setCharAt(other, left);
        assertThat(ReceiptNumber.parse(typed.toString())).isEmpty();
    }

    @Test
    @DisplayName("隣どうしの入れ替わりを、すべての位置とすべての字で確かめる")
    void findsEveryNeighbourTransposition() {
        Random random = new Random(20261124);
        for (int round = 0; round < 2000; round++) {
            String symbols = ReceiptNumber.generate(random).symbols();
            for (int at = 0; at < 11; at++) {
                if (symbols.charAt(at) != symbols.charAt(at + 1)) {
                    String typed = symbols.substring(0, at)
                            + symbols.charAt(at + 1)
                            + symbols.charAt(at)
                            + symbols.substring(at + 2);
                    assertThat(ReceiptNumber.parse(typed)).isEmpty();
                }
            }
        }
    }

    @Property
    @Label("でたらめは読まず、例外にもならない")
    void neverThrows(@ForAll String typed) {
        ReceiptNumber.parse(typed)
                .ifPresent(number -> assertThat(number.symbols()).hasSize(12));
    }

    @Test
    @DisplayName("十万件作っても、同じ番号はない")
    void doesNotRepeat() {
        Random random = new Random(1);
        Set<ReceiptNumber> numbers = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            numbers.add(ReceiptNumber.generate(random));
        }
        assertThat(numbers).hasSize(100_000);
    }

    @Test
    @DisplayName("検査文字の合わない番号は、作れない")
    void cannotBeMadeWrong() {
        assertThatThrownBy(() -> new ReceiptNumber("ABCDEFGHJKL2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReceiptNumber("ABC")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReceiptNumber("IIIIIIIIIIII")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<ReceiptNumber> numbers() {
        return Arbitraries.longs().map(seed -> ReceiptNumber.generate(new Random(seed)));
    }
}
