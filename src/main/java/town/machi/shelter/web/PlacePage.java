package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Tone;
import town.machi.shelter.list.PlaceChange;

/// One place: what the town knows of it, to be read and changed by staff; or a new one.
///
/// @param place null: it is a new one
/// @param form what stands in the fields
/// @param theirs what somebody else wrote meanwhile, against what was typed; empty: nothing
/// @param onceId of the adding; unused for a place that is there
record PlacePage(Notice notice, @Nullable There place, PlaceForm form, List<PlaceChange> theirs, UUID onceId)
        implements Template {

    /// @param next what to do now; empty: nothing
    record Notice(Tone tone, String title, String next) {

        Notice(String title, String next) {
            this(Tone.SUCCESS, title, next);
        }

        static final Notice NONE = new Notice("", "");

        /// @param calm whether nothing goes on for which it could be called
        static Notice of(String done, String name, boolean calm) {
            return switch (done) {
                case "added" ->
                    new Notice(
                            "「" + name + "」を避難所の一覧に加えました。",
                            calm ? "災害への対応を始めるときに、この避難所を選べます。" : "開くときは、まず下の「開設準備中にする」を押します。現地で安全を確かめてから開設します。");
                case "before" -> new Notice("「" + name + "」は、もう加えてあります。", "同じ画面から二度送られたので、一度だけ記録しました。");
                case "saved" -> new Notice("「" + name + "」の登録を直しました。", "");
                case "off" -> new Notice("「" + name + "」を一覧から外しました。", "これまでの記録は残っています。");
                case "in-use" -> new Notice(Tone.WARNING, "いま使っているので、一覧から外せませんでした。", "閉鎖してから外してください。");
                case "back" -> new Notice("「" + name + "」を一覧に戻しました。", "");
                case "nothing" -> new Notice("変わったところはありませんでした。", "");
                default -> NONE;
            };
        }
    }

    /// @param listed false: it was taken off the list
    /// @param seen when it was changed last, as the form carries it
    /// @param live where it is open or being opened; null: it is not
    /// @param calls for what it can be called now
    /// @param unfit names of what is going on and it is not designated for
    record There(
            String href,
            String name,
            String source,
            boolean listed,
            String seen,
            @Nullable Live live,
            List<Call> calls,
            List<String> unfit) {

        boolean isCalm() {
            return live == null && calls.isEmpty() && unfit.isEmpty();
        }
    }

    /// @param disaster for which it is
    record Live(String href, Chip state, String disaster) {}

    /// @param action where the call is posted
    record Call(String action, String disaster, UUID shelter, UUID onceId) {}

    /// The same with what was just done.
    PlacePage saying(String done) {
        boolean calm = place == null || place.calls().isEmpty();
        return new PlacePage(Notice.of(done, title(), calm), place, form, theirs, onceId);
    }

    String title() {
        return place == null ? "避難所を加える" : place.name();
    }

    @Override
    public int status() {
        return form.faults().isEmpty() && theirs.isEmpty() ? 200 : 422;
    }
}
