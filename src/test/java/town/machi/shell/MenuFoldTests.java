package town.machi.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("庁内のメニュー")
class MenuFoldTests {

    @Test
    @DisplayName("九つまでは一行に並び、それより多ければ七つを残してたたむ")
    void folds() {
        assertThat(MenuFold.of(items(9)).rest()).isEmpty();
        MenuFold folded = MenuFold.of(items(10));
        assertThat(folded.first()).hasSize(7);
        assertThat(folded.rest()).extracting(MenuItem::label).containsExactly("仕事8", "仕事9", "仕事10");
    }

    @Test
    @DisplayName("たたんだ中で待っている数と、いまいる場所は、たたんだままでも分かる")
    void hidesNothing() {
        MenuFold folded = MenuFold.of(items(12));
        assertThat(folded.waiting()).isEqualTo(8 + 9 + 10 + 11 + 12);
        assertThat(folded.isBehind("/office/work9/one")).isTrue();
        assertThat(folded.isBehind("/office/work1")).isFalse();
    }

    private static List<MenuItem> items(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> new MenuItem("仕事" + i, "/office/work" + i, i, i))
                .toList();
    }
}
