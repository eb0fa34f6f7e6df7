package town.machi.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/// What is needed to print a copy of what was filed. Whoever holds the filing maps into it.
///
/// @param title of the procedure: 水道の使用開始（開栓）の届出
/// @param receipt as shown: ABCD-EFGH-JKLM
/// @param window the section and its telephone, as shown
/// @param groups the pages of the form with their questions and answers
/// @param notes what the reader should know, each a sentence
public record FiledCopy(
        String title,
        String receipt,
        Instant receivedAt,
        String window,
        List<EntryGroup> groups,
        List<Photo> photos,
        List<String> notes) {

    public FiledCopy {
        groups = List.copyOf(groups);
        photos = List.copyOf(photos);
        notes = List.copyOf(notes);
    }

    /// @param caption the question it answers, or the file's name
    public record Photo(String caption, Content content) {}

    /// Opened once, while the copy is set.
    public interface Content {
        InputStream open() throws IOException;
    }
}
