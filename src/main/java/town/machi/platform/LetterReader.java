package town.machi.platform;

import java.util.Set;

/// Extension point: a room that reads letters of the other zone.
public interface LetterReader {

    /// The kinds that it reads; no other room reads the same.
    Set<String> kinds();

    /// Part of taking it in: one transaction with the letter's number. What it throws undoes the whole, and the letter
    /// is tried again; the same letter comes again only after one side was restored from a backup.
    void read(ArrivedLetter letter);
}
