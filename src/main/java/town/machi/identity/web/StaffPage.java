package town.machi.identity.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.identity.Account;
import town.machi.identity.OneTimeLink;
import town.machi.identity.SignInEntry;
import town.machi.identity.StaffState;
import town.machi.kernel.Refusal;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Choice;

/// One member of staff, for administrators.
///
/// @param oneself whether it is the administrator's own account, which somebody else has to change
/// @param endsOn the last day of the account, in words; empty: it has none
/// @param outcome what came of the last click
record StaffPage(
        Account account,
        boolean oneself,
        List<String> sections,
        RightsForm rights,
        Activity activity,
        Sitting sitting,
        String endsOn,
        Outcome outcome)
        implements Template {

    /// What the account was used for lately.
    ///
    /// @param link the open one-time link; null for none
    /// @param restsUntil until when it rests after wrong tries; null where it does not
    record Activity(
            int sessions,
            List<SignInEntry> signIns,
            @Nullable OneTimeLink link,
            @Nullable Instant restsUntil) {}

    /// 職: what they have, had and will have, and what they could have.
    record Sitting(List<String> held, List<Choice> possible) {}

    /// What came of the last click.
    record Outcome(@Nullable String done, @Nullable Refusal why) {
        static final Outcome NONE = new Outcome(null, null);
    }

    @Override
    public int status() {
        return outcome.why() == null ? 200 : 422;
    }

    String path() {
        return "/office/staff/" + account.member().id();
    }

    /// What was just done, in words.
    @Nullable
    String doneWords() {
        return switch (outcome.done()) {
            case "invite" -> "招待のメールを送りました。";
            case "rights" -> "課と役割を変えました。";
            case "person" -> "氏名とメールアドレスを変えました。";
            case "end-rest" -> "サインインの休止を解きました。";
            case "end" -> "利用の期限を変えました。";
            case "seats" -> "職を登録しました。";
            case "suspend" -> "利用を停止しました。";
            case "resume" -> "利用を再開しました。";
            case "renew" -> "再設定のメールを本人へ送りました。";
            case "end-sessions" -> "すべての端末からサインアウトさせました。";
            case null, default -> null;
        };
    }

    Chip chip() {
        return StaffListPage.chipOf(account.state());
    }

    boolean isActive() {
        return account.state() == StaffState.ACTIVE;
    }

    boolean isInvited() {
        return account.state() == StaffState.INVITED;
    }

    boolean isSuspended() {
        return account.state() == StaffState.SUSPENDED;
    }

    String roleNames() {
        return String.join(
                "・",
                account.member().roles().stream()
                        .sorted()
                        .map(role -> role.label())
                        .toList());
    }
}
