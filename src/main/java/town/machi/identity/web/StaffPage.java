package town.machi.identity.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /// With which box each form of this page begins.
    private static final List<String> FIRST_BOXES = List.of("sections", "name", "from", "until", "reason");

    /// What came of the last click.
    ///
    /// @param typed what stood in the form that was refused, by the name of its box
    record Outcome(@Nullable String done, @Nullable Refusal why, Map<String, List<String>> typed) {
        static final Outcome NONE = new Outcome(null, null, Map.of());

        boolean has(String box) {
            return typed.containsKey(box);
        }

        /// Whether this one of several was ticked in the form that was refused; as it is where it was another form.
        boolean ticked(String box, String value, boolean now) {
            return has(box) ? typed.getOrDefault(box, List.of()).contains(value) : now;
        }

        String text(String box, String now) {
            return has(box) ? String.join("", typed.getOrDefault(box, List.of())) : now;
        }
    }

    /// What was typed, where that form was refused; otherwise what is known now.
    String typed(String box, String now) {
        return outcome.text(box, now);
    }

    boolean refused(String box) {
        return outcome.has(box);
    }

    /// Where the form begins that was refused; null where nothing was typed.
    @Nullable
    String refusedBox() {
        return FIRST_BOXES.stream().filter(this::refused).findFirst().orElse(null);
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
