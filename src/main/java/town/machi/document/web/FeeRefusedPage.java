package town.machi.document.web;

import java.util.Locale;
import java.util.UUID;
import town.machi.casework.FeeEntry;
import town.machi.shell.Template;

/// Why nothing was written down about a fee, and what was typed, to mend and send again.
///
/// @param words as typed
record FeeRefusedPage(String sentence, FeeEntry.Kind kind, String words, UUID onceId, String back) implements Template {

    /// Whether something was typed that may be mended.
    boolean isTyped() {
        return kind != FeeEntry.Kind.RECEIVED;
    }

    String label() {
        return kind == FeeEntry.Kind.WAIVED ? FeePartial.WAIVER : FeePartial.VOIDING;
    }

    String button() {
        return kind == FeeEntry.Kind.WAIVED ? "減免する" : "記録を取り消す";
    }

    String path() {
        return back.replace("#fee", "/fee/" + kind.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public int status() {
        return 422;
    }
}
