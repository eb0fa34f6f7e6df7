package town.machi.shell;

import java.util.List;
import town.machi.kernel.Language;

/// Extension point: what a room gives to the search over everything public.
public interface SearchSource {

    /// The hits for what somebody typed, best first, at most 50.
    List<Hit> search(String words, Language language);

    /// One hit.
    ///
    /// @param kind the word for what it is, e.g. 手続き, 施設
    /// @param title its name
    /// @param text one or two lines; may be empty
    /// @param href where it is
    /// @param score larger is better; 100 = the name itself, 50 = a word in the text
    record Hit(String kind, String title, String text, String href, int score) {}
}
