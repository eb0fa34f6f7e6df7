package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shelter.Conflict;
import town.machi.shelter.Need;
import town.machi.shelter.Presence;
import town.machi.shelter.Presence.Standing;

/// Who is in a shelter, by name.
record RosterPage(
        OverviewPage.Notice notice,
        OpeningPage.Head head,
        OpeningPage.Numbers numbers,
        List<Row> rows,
        List<Pair> pairs,
        List<Conflict> conflicts,
        List<UUID> ids)
        implements Template {

    private static final String HIDDEN = "（名前は出しません）";

    /// Whose stay goes on: here, expected, out, or missed.
    List<Row> staying() {
        return rows.stream().filter(row -> !row.left()).toList();
    }

    List<Row> left() {
        return rows.stream().filter(Row::left).toList();
    }

    /// Two who may be one.
    record Pair(UUID one, UUID other, String name, UUID onceId) {}

    /// Somebody's line. A person who must not be found has no name here: the desk knows them.
    ///
    /// @param missable whether the roll call can miss them
    /// @param left whether they left
    record Row(
            UUID person,
            String name,
            String kana,
            String age,
            String sex,
            String needs,
            Chip state,
            String stay,
            Instant since,
            boolean missable,
            boolean left) {

        static Row of(Standing standing) {
            var facts = standing.known().facts();
            boolean secret = standing.isSecret();
            Set<Need> needs = facts.needs();
            Map<String, String> details = standing.known().details();
            return new Row(
                    standing.person(),
                    RosterPage.name(standing),
                    secret || !details.containsKey("name") ? "" : details.getOrDefault("kana", ""),
                    facts.age() == null ? "不明" : facts.age() + "歳",
                    facts.sex() == null ? "不明" : facts.sex().label(),
                    needs == null
                            ? ""
                            : needs.stream().sorted().map(Need::label).collect(Collectors.joining("・")),
                    chip(standing),
                    standing.stay().label(),
                    standing.times().since(),
                    standing.canBeMissed(),
                    standing.state() == Presence.State.LEFT);
        }
    }

    static String name(@Nullable Standing standing) {
        if (standing == null || standing.isSecret()) {
            return HIDDEN;
        }
        Map<String, String> details = standing.known().details();
        return details.getOrDefault("name", details.getOrDefault("kana", "（名前なし）"));
    }

    static Chip chip(Standing standing) {
        return switch (standing.state()) {
            case IN -> new Chip(Chip.Tone.ACTIVE, "います");
            case EXPECTED -> new Chip(Chip.Tone.WAITING, "到着待ち");
            case OUT -> new Chip(Chip.Tone.WAITING, "一時外出");
            case UNACCOUNTED -> new Chip(Chip.Tone.ALERT, "所在不明・退所見込");
            case LEFT -> new Chip(Chip.Tone.STOPPED, left(standing));
        };
    }

    private static String left(Standing standing) {
        var to = standing.to();
        return to == null ? "退所" : "退所（" + to.label() + "）";
    }
}
