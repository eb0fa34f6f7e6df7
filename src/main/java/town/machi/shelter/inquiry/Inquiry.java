package town.machi.shelter.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.DisasterId;

/// Somebody asks for somebody.
///
/// @param reason why they ask; the law wants it said
public record Inquiry(UUID id, DisasterId disaster, Asker asker, Sought sought, String reason) {

    /// As the audit names it: by its id alone.
    public static String subject(UUID id) {
        return "shelter.inquiry:" + id;
    }

    public record Asker(String name, String address, String phone, Relation relation, Proof proof) {}

    /// @param birth null: the one who asks does not know it
    public record Sought(String name, String kana, @Nullable LocalDate birth, String address) {}

    /// What was told.
    ///
    /// @param told empty: 「お答えできる情報がありません」
    /// @param words to be read out
    public record Answer(Set<Told> told, String words) {

        /// The one sentence for unknown, protected and refused alike.
        public static final String NOTHING = "お答えできる情報がありません";

        static final Answer NONE = new Answer(Set.of(), NOTHING);

        public Answer {
            told = Set.copyOf(told);
        }
    }

    /// As it stands in the book.
    ///
    /// @param inquiry null once the names were taken away
    public record Recorded(
            UUID id, Instant askedAt, @Nullable Inquiry inquiry, Answer answer) {}
}
