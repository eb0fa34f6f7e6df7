package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.StaffId;

@DisplayName("一度だけのリンクと予備コード")
class SecretsTests {

    private final RandomGenerator random = RandomGenerator.getDefault();

    @Test
    @DisplayName("リンクの秘密は256ビットで、控えは元に戻せない")
    void linksAreLong() {
        var secret = Secret.generate(random);
        assertThat(secret.text()).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(secret.hash()).hasSize(64).doesNotContain(secret.text());
        assertThat(secret).hasToString("Secret[…]");
    }

    @Test
    @DisplayName("予備コードは十個で、小文字でもハイフンなしでも全角でも読める")
    void recoveryCodesAreForPeople() {
        var codes = RecoveryCode.generateSet(random);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var code = codes.getFirst();
        assertThat(code.shown()).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(RecoveryCode.typed(" " + code.shown().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(code);
        assertThat(RecoveryCode.typed(code.letters().replace('A', 'Ａ').replace('2', '２')))
                .isEqualTo(code);
    }

    @Test
    @DisplayName("予備コードの控えは本人のもので、ほかの人には効かない")
    void recoveryCodesAreBound() {
        var code = RecoveryCode.generateSet(random).getFirst();
        var one = new StaffId(new UUID(0, 1));
        var other = new StaffId(new UUID(0, 2));
        assertThat(code.hashFor(one)).isNotEqualTo(code.hashFor(other));
    }
}
