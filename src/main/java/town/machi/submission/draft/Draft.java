package town.machi.submission.draft;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.form.Answers;
import town.machi.form.Typed;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;

/// What somebody is filling in.
///
/// @param id becomes the submission's id, so that a draft is sent once
/// @param number becomes the receipt number; with its passcode the draft goes on on another device
/// @param secretHash of the cookie that opens it
/// @param revision counts up with each page that is taken in
public record Draft(
        UUID id, ReceiptNumber number, Basis basis, Content content, byte[] secretHash, Filling filling, Times times) {

    /// On which version of which procedure it began; it stays there.
    public record Basis(ProcedureName procedure, int version) {}

    /// @param typed by page: what stands in its boxes and is not an answer yet
    /// @param mail where the receipt is to go, where the form does not ask for it
    /// @param correcting the submission whose open fields are corrected here
    public record Content(
            Answers answers,
            Map<String, Typed> typed,
            @Nullable String mail,
            Optional<Correcting> correcting,
            int revision) {}

    /// @param openFields paths that the office opened
    public record Correcting(UUID submission, Set<String> openFields) {}

    /// @param typist `staff:…` where somebody of the office types
    public record Filling(
            Language language, Channel channel, @Nullable String typist) {}

    public record Times(
            Instant beganAt, Instant expiresAt, @Nullable Instant sentAt) {}

    public boolean isSent() {
        return times.sentAt() != null;
    }

    public Answers answers() {
        return content.answers();
    }

    public Optional<Typed> typed(String page) {
        return Optional.ofNullable(content.typed().get(page));
    }

    public String owner() {
        return "submission:" + content.correcting().map(Correcting::submission).orElse(id);
    }

    /// Who gives the answers, for their source and the audit: `resident:…` or `staff:…`.
    public String by() {
        return filling.typist() == null ? "resident:" + id : filling.typist();
    }

    /// A page taken in.
    public Draft with(Answers answers, String page, @Nullable Typed typed) {
        Map<String, Typed> pages = new TreeMap<>(content.typed());
        if (typed == null) {
            pages.remove(page);
        } else {
            pages.put(page, typed);
        }
        Content next = new Content(answers, pages, content.mail(), content.correcting(), content.revision() + 1);
        return new Draft(id, number, basis, next, secretHash, filling, times);
    }
}
