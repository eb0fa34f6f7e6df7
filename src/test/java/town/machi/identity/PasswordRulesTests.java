package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import town.machi.kernel.Refusal;

@DisplayName("パスワードの決まり")
class PasswordRulesTests {

    private static final PasswordRules.Owner HANAKO = new PasswordRules.Owner("芦北 花子", "Hanako@example.jp");

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse battery", "みかんとさんがつのかぜ", "zeNp8!kqLw2x", "tanbo-no-kaeru-7", "Tr0ub4dor&3xyz"})
    @DisplayName("長くて推測されにくければ、どんな文字でもよい")
    void longAndUnguessableIsGood(String password) {
        assertThat(PasswordRules.check(password, HANAKO).map(Refusal::key))
                .isEqualTo(
                        password.codePointCount(0, password.length()) >= 12
                                ? java.util.Optional.empty()
                                : java.util.Optional.of("identity.password.short"));
    }

    @ParameterizedTest
    @CsvSource({
        "abcdefghijk,       identity.password.short",
        "hanako-to-neko-3,  identity.password.owner",
        "芦北花子のパスワードです, identity.password.owner",
        "password123456,    identity.password.guess",
        "Ashikita-2026!!,   identity.password.guess",
        "aaaaaaaaaaaaaa,    identity.password.guess",
        "abcdefghijklmnop,  identity.password.guess",
        "123456789012,      identity.password.guess",
        "１２３４,            identity.password.short",
    })
    @DisplayName("短いもの、本人が透けるもの、最初に試されるものは断る")
    void whatAnybodyWouldTryIsRefused(String password, String key) {
        assertThat(PasswordRules.check(password, HANAKO).map(Refusal::key)).contains(key);
    }

    @Test
    @DisplayName("bcrypt が読む72バイトを超えるものは、黙って切らずに断る")
    void nothingIsCutSilently() {
        assertThat(PasswordRules.check("みかんの花が咲いている海辺の町の朝の光の中で".repeat(2), HANAKO)
                        .map(Refusal::key))
                .contains("identity.password.long");
    }

    @Test
    @DisplayName("濁点の打ち方が違っても同じパスワードになる")
    void composedAndDecomposedAreTheSame() {
        assertThat(PasswordRules.canonical("か\u3099んじ")).isEqualTo(PasswordRules.canonical("がんじ"));
    }
}
