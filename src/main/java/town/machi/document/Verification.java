package town.machi.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.Words;

/// What the town says to whoever holds a document and its code: what, when, by whom. Nothing about the person.
///
/// @param section name of the section in three languages
/// @param sha256 of the PDF as it was issued
public record Verification(
        Words kind, @Nullable String number, LocalDate issuedOn, Words section, int pages, String sha256) {}
