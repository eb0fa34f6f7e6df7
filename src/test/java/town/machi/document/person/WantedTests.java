package town.machi.document.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.kernel.ReceiptNumber;

@DisplayName("だれのものを、なぜ調べるか")
class WantedTests {

    private static final ReceiptNumber REQUEST = ReceiptNumber.generate(new Random(3));
    private static final UUID FILED = UUID.randomUUID();

    @Test
    @DisplayName("合うものは、入れたものの一つずつで調べられ、同姓同名のありうるものが分かる")
    void eachPartIsAKeyOfItsOwn() {
        Map<String, String> typed = Map.of(
                "name", "林　一",
                "phone", "０９６６（８２）２５１１",
                "mail", "hayashi@example.jp",
                "receipts", REQUEST.format());
        Wanted wanted = Objects.requireNonNull(read(typed).wanted());
        assertThat(wanted.parts().keySet()).containsExactlyInAnyOrder("name", "phone", "mail", "receipt");
        assertThat(Objects.requireNonNull(wanted.parts().get("name")).phone()).isNull();
        assertThat(wanted.key().phone()).isEqualTo("0966822511");
        assertThat(wanted.key().submissions()).containsExactly(FILED);
        assertThat(Wanted.isShared("name")).isTrue();
        assertThat(Wanted.isShared("phone")).isFalse();
    }

    @ParameterizedTest(name = "{0}={1} → {2}")
    @CsvSource({
        "name, 林, 姓と名の両方",
        "kana, ハヤ, 姓と名の両方",
        "kana, 林一郎, かなで",
        "phone, 2511, 市外局番から",
        "mail, example.jp, 全体を",
        "receipts, ABCD-EFGH, 受付番号ではありません",
        "request, ABCD, 12文字"
    })
    @DisplayName("短すぎるものや読めないものは、調べる前に断る")
    void refusedBeforeItIsANet(String field, String typed, String sentence) {
        Map<String, String> all = new HashMap<>(Map.of("name", "山本 一郎"));
        all.put(field, typed);
        Wanted.Reading reading = read(all);
        assertThat(reading.wanted()).isNull();
        assertThat(reading.faults().get(field)).contains(sentence);
    }

    @Test
    @DisplayName("そのほかの理由には言葉が要り、そこに本人の名前は書けない")
    void anotherReasonHasWordsAndNoName() {
        Map<String, String> typed = new HashMap<>(Map.of("reason", "OTHER", "name", "山本 一郎", "request", ""));
        assertThat(read(typed).faults()).containsKey("words");
        typed.put("words", "山本一郎さんの照会のため");
        assertThat(read(typed).faults().get("words")).contains("名前を書かない");
        typed.put("words", "災害対策基本法 第90条の3 の台帳の作成のため");
        assertThat(read(typed).wanted()).isNotNull();
    }

    private static Wanted.Reading read(Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(Map.of("reason", "DISCLOSURE", "request", REQUEST.format()));
        all.putAll(typed);
        return Wanted.read(all, number -> number.equals(REQUEST) ? Optional.of(FILED) : Optional.empty());
    }
}
