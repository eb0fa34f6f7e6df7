package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.shell.Template;
import town.machi.shelter.Disaster;
import town.machi.shelter.inquiry.Inquiry;
import town.machi.shelter.inquiry.Relation;
import town.machi.shelter.inquiry.Told;

/// 安否照会: the form, and the book of one disaster.
///
/// @param disaster about which is asked
/// @param others the other disasters whose lists still name people
/// @param typed what was typed, by field; empty at first
/// @param faults what is missing in it
/// @param rings what each relation is told by the settings
record InquiryPage(
        Disaster disaster,
        List<Disaster> others,
        Map<String, String> typed,
        List<String> faults,
        List<Ring> rings,
        List<Line> book,
        UUID onceId)
        implements Template {

    String of(String field) {
        return typed.getOrDefault(field, "");
    }

    record Ring(String label, String told) {

        static Ring of(Relation relation, Set<Told> told) {
            return new Ring(relation.label(), words(told));
        }
    }

    /// @param who asked, for whom
    record Line(String href, Instant at, String who, String sought, String told) {

        static Line of(Inquiry.Recorded recorded) {
            Inquiry inquiry = recorded.inquiry();
            return new Line(
                    "/office/shelters/inquiries/" + recorded.id(),
                    recorded.askedAt(),
                    inquiry == null
                            ? "（匿名にしました）"
                            : inquiry.asker().name() + "（"
                                    + inquiry.asker().relation().label() + "）",
                    inquiry == null ? "" : name(inquiry.sought()),
                    words(recorded.answer().told()));
        }
    }

    static String name(Inquiry.Sought sought) {
        return sought.name().isEmpty() ? sought.kana() : sought.name();
    }

    static String words(Set<Told> told) {
        return told.isEmpty()
                ? Inquiry.Answer.NOTHING
                : told.stream().sorted().map(Told::label).collect(Collectors.joining("・"));
    }
}
