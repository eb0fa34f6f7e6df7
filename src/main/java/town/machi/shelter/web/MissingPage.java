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
/// @param shelter name of the one that all of them are to go to; empty: wherever
/// @param typed what was written about somebody and could not be noted
record MissingPage(
        OverviewPage.Notice notice,
        Disaster disaster,
        Filter filter,
        String shelter,
        List<DistrictLine> districts,
        DistrictLine sum,
        List<Row> rows,
        Pager pager,
        Typed typed)
        implements Template {

    /// @param district id; empty: all of them
    /// @param all with those who are found
    /// @param shelter id: only those whose plan leads there; empty: wherever it leads
    record Filter(String district, boolean all, String shelter) {

        String query() {
            return "?district=" + java.net.URLEncoder.encode(district, java.nio.charset.StandardCharsets.UTF_8)
                    + (all ? "&show=all" : "")
                    + (shelter.isEmpty() ? "" : "&shelter=" + shelter);
        }

        Filter in(String other) {
            return new Filter(other, all, shelter);
        }

        Filter everybody(boolean shown) {
            return new Filter(district, shown, shelter);
        }

        Filter anywhere() {
            return new Filter(district, all, "");
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
        return href(filter.in(district).everybody(false));
    }

    String href(Filter other) {
        return path() + other.query();
    }
}
