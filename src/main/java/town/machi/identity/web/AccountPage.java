package town.machi.identity.web;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import town.machi.identity.SignInEntry;
import town.machi.identity.StaffMember;
import town.machi.shell.Template;

/// One's own account.
///
/// @param sections names of the sections, in the town's order
/// @param recoveryCodes how many are left
/// @param done what was just done; null for nothing
/// @param wrong what was wrong with one of the forms
record AccountPage(
        StaffMember me,
        List<String> sections,
        List<CredentialRecord> passkeys,
        int recoveryCodes,
        List<SignInEntry> signIns,
        @Nullable String done,
        Wrong wrong)
        implements Template {

    @Override
    public int status() {
        return wrong.isEmpty() ? 200 : 422;
    }

    static String idOf(CredentialRecord passkey) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(passkey.getCredentialId().getBytes());
    }

    static boolean wasUsed(CredentialRecord passkey) {
        return !passkey.getLastUsed().equals(passkey.getCreated());
    }

    /// Whether one of these fields is wrong, so that its form stands open.
    boolean isWrong(String... fields) {
        return Arrays.stream(fields).anyMatch(wrong.byField()::containsKey);
    }

    /// What was just done, in words.
    @Nullable
    String doneWords() {
        return switch (done) {
            case "password" -> "パスワードを変えました。";
            case "passkey" -> "パスキーを追加しました。";
            case "passkey-name" -> "パスキーの名前を変えました。";
            case "passkey-gone" -> "パスキーを削除しました。";
            case null, default -> null;
        };
    }

    List<String> roles() {
        return me.roles().stream().sorted().map(role -> role.label()).toList();
    }
}
