package town.machi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A letter of the other zone that was found genuine and whole, and whose turn it is.
///
/// @param number in the other zone's stream
/// @param content the sender's JSON
public record ArrivedLetter(long number, String kind, String content, List<Part> parts) {

    public ArrivedLetter {
        parts = List.copyOf(parts);
    }

    /// A file that came with it.
    ///
    /// @param id as the sender knows it
    public record Part(FileId id, String name, Source source) {}

    /// Opens the bytes; closed by whoever opened them.
    public interface Source {
        InputStream open() throws IOException;
    }

    /// What it says may be personal; logs get nothing of it.
    @Override
    public String toString() {
        return kind + " " + number;
    }
}
