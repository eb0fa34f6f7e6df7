package town.machi.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import town.machi.kernel.StaffId;

/// One sign-in, or a try of one.
///
/// @param address the network address it came from
public record SignInEntry(UUID id, StaffId staff, Instant at, Way way, Outcome outcome, String address) {

    public enum Way {
        PASSWORD("password", "パスワード"),
        CODE("code", "パスワードと確認コード"),
        RECOVERY_CODE("recovery-code", "パスワードと予備コード"),
        PASSKEY("passkey", "パスキー"),
        LINK("link", "一度だけのリンク");

        private final String code;
        private final String label;

        Way(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        public static Way ofCode(String code) {
            return Arrays.stream(values())
                    .filter(way -> way.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public enum Outcome {
        OK("ok", "成功"),
        FAILED("failed", "失敗"),
        LOCKED("locked", "休止中のため不可");

        private final String code;
        private final String label;

        Outcome(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        public static Outcome ofCode(String code) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
