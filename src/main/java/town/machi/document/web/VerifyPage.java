package town.machi.document.web;

import org.jspecify.annotations.Nullable;
import town.machi.document.Verification;
import town.machi.shell.Template;

/// Whether a document is genuine.
///
/// @param typed what was typed, shown again
/// @param outcome null: nothing was asked yet
record VerifyPage(String typed, @Nullable Outcome outcome) implements Template {

    sealed interface Outcome {
        record Genuine(Verification verification) implements Outcome {}

        record Unknown() implements Outcome {}

        record Empty() implements Outcome {}
    }

    @Nullable
    Verification genuine() {
        return outcome instanceof Outcome.Genuine genuine ? genuine.verification() : null;
    }

    boolean unknown() {
        return outcome instanceof Outcome.Unknown;
    }

    boolean empty() {
        return outcome instanceof Outcome.Empty;
    }
}
