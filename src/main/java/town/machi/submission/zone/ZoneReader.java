package town.machi.submission.zone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.platform.ArrivedLetter;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.LetterReader;
import town.machi.platform.NewFile;
import town.machi.platform.StoredFile;
import town.machi.platform.Storing;
import town.machi.submission.Filed;
import town.machi.submission.jdbc.SubmissionRows;

/// Reads what passes the cut: inside, packages become the event that casework waits for, as in one process; outside,
/// words come to the submission that they are about.
@Component
class ZoneReader implements LetterReader {

    private static final Set<String> KINDS =
            Set.of(FiledLetter.KIND, WordLetter.KEPT, WordLetter.WORD, WordLetter.TOO_LATE);

    private final Files files;
    private final SubmissionRows rows;
    private final ApplicationEventPublisher events;

    ZoneReader(Files files, SubmissionRows rows, ApplicationEventPublisher events) {
        this.files = files;
        this.rows = rows;
        this.events = events;
    }

    @Override
    public Set<String> kinds() {
        return KINDS;
    }

    @Override
    public void read(ArrivedLetter letter) {
        switch (letter.kind()) {
            case FiledLetter.KIND -> filed(letter);
            case WordLetter.KEPT -> events.publishEvent(WordLetter.readKept(letter.content()));
            case WordLetter.WORD -> rows.put(WordLetter.readWord(letter.content()));
            case WordLetter.TOO_LATE -> rows.undoWithdrawal(WordLetter.readTooLate(letter.content()));
            default -> throw new IllegalArgumentException(letter.kind());
        }
    }

    private void filed(ArrivedLetter letter) {
        Filed filed = FiledLetter.read(letter.content(), id -> ref(letter, new FileId(id)));
        // A sealed type is published as what it is.
        switch (filed) {
            case Filed.New first -> events.publishEvent(first);
            case Filed.Correction correction -> events.publishEvent(correction);
            case Filed.Withdrawal withdrawal -> events.publishEvent(withdrawal);
        }
    }

    private Filed.FileRef ref(ArrivedLetter letter, FileId id) {
        StoredFile file = files.find(id).orElseGet(() -> take(letter, id));
        return new Filed.FileRef(id.value(), file.name(), file.contentType(), file.size(), file.sha256());
    }

    /// Looked into and cleaned once more, as whatever comes from outside.
    private StoredFile take(ArrivedLetter letter, FileId id) {
        ArrivedLetter.Part part = letter.parts().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a file is missing"));
        try (InputStream in = part.source().open()) {
            return switch (files.store(id, new NewFile(in, part.name(), owner(letter), null))) {
                case Storing.Stored(StoredFile stored) -> stored;
                case Storing.Refused(var refusal) ->
                    throw new IllegalStateException("いっしょに届いた写真や書類を受け取れません: " + refusal.key());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String owner(ArrivedLetter letter) {
        UUID submission = FiledLetter.submission(letter.content());
        return "submission:" + submission;
    }
}
