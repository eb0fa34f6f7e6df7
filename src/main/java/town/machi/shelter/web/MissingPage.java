package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.Pager;
import town.machi.shelter.Disaster;
import town.machi.shelter.SupportedPerson;

/// Those on the list against those in the shelters, in one disaster.
///
/// @param typed what was written about somebody and could not be noted
record MissingPage(
        OverviewPage.Notice notice,
        Disaster disaster,
        Filter filter,
        List<DistrictLine> districts,
        DistrictLine sum,
        List<Row> rows,
        Pager pager,
        Typed typed)
        implements Template {

    /// @param district id; empty: all of them
    /// @param all with those who are found
    record Filter(String district, boolean all) {

        String query() {
            return "?district=" + java.net.URLEncoder.encode(district, java.nio.charset.StandardCharsets.UTF_8)
                    + (all ? "&show=all" : "");
        }
    }

    /// @param supported whose form it was; null: nobody's
    record Typed(@Nullable UUID supported, Map<String, String> fields) {

        static final Typed NOTHING = new Typed(null, Map.of());

        String in(UUID whose, String field) {
            return whose.equals(supported) ? fields.getOrDefault(field, "") : "";
        }

        boolean isFor(UUID whose) {
            return whose.equals(supported);
        }
    }

    /// How it stands in one district.
    ///
    /// @param calls called, and not known to be safe
    record DistrictLine(String id, String name, int all, int left, int help, int calls, int proposed) {

        int found() {
            return all - left;
        }
    }

    /// One person.
    ///
    /// @param known what is known of where they are
    /// @param matched who in a shelter staff said it is; null: nobody
    record Row(
            UUID id,
            SupportedPerson person,
            String who,
            String where,
            Chip state,
            boolean found,
            List<Known> known,
            @Nullable UUID matched,
            List<Proposal> proposals,
            UUID onceId) {}

    /// @param by who wrote it down; empty: a desk
    record Known(String words, Instant at, String by) {}

    /// Somebody in a shelter who may be this person.
    record Proposal(UUID person, String words) {}

    @Override
    public int status() {
        return typed.supported() == null ? 200 : 422;
    }

    String path() {
        return "/office/supported/of/" + disaster.id();
    }

    /// Where the figure of a district leads.
    String href(String district) {
        return path() + new Filter(district, false).query();
    }
}
