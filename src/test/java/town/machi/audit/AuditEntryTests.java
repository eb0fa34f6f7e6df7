package town.machi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.machi.kernel.Actor;

@DisplayName("証跡の一行")
class AuditEntryTests {

    private static final Actor JOB = new Actor.SystemJob("sealer");

    @ParameterizedTest
    @DisplayName("名前や文やメールアドレスは、入る場所がない")
    @ValueSource(strings = {"芦北 太郎", "hanako@example.jp", "a\nb", "", "name=\"x\"", "<b>"})
    void takesNoValues(String text) {
        assertThatThrownBy(() -> AuditEntry.done(JOB, AuditAction.WRITE, "casework.case:1", text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(text.isEmpty()
                                || !String.valueOf(e.getMessage()).contains(text))
                        .isTrue());
        assertThatThrownBy(() -> AuditEntry.done(JOB, AuditAction.WRITE, "casework.case:" + text, "open"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("番号と項目名と結果は入る")
    void takesIdsAndFieldNames() {
        AuditEntry entry = AuditEntry.refused(
                new Actor.Resident("0193a7c2-0000-7000-8000-000000000001"),
                "submission:0193a7c2-0000-7000-8000-000000000001",
                "user.name, members[0].birthDate",
                "wrong-passcode");
        assertThat(entry.action()).isEqualTo(AuditAction.REFUSAL);
        assertThat(entry.outcome()).isEqualTo("refused:wrong-passcode");
    }
}
