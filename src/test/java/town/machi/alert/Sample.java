package town.machi.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// Messages and people for tests.
public final class Sample {

    public static final Instant NOW = Instant.parse("2027-07-03T17:20:00Z");
    public static final AlertRules RULES =
            new AlertRules(new SectionId("general"), Duration.ofMinutes(3), Duration.ofHours(24));
    public static final Actor.Staff WRITER = staff(1, "general", Role.HANDLER, Role.DECIDER);
    public static final Actor.Staff DECIDER = staff(2, "water", Role.DECIDER);
    public static final Actor.Staff OTHER_DECIDER = staff(3, "tax", Role.DECIDER);
    public static final Actor.Staff CLERK = staff(4, "water", Role.HANDLER);

    private static int count;

    private Sample() {}

    static Actor.Staff staff(int number, String section, Role... roles) {
        return new Actor.Staff(
                new StaffId(new UUID(7, number)), "例 職員" + number, Set.of(new SectionId(section)), Set.of(roles));
    }

    public static MayorOrder decision() {
        return new MayorOrder(
                MayorOrder.MAYOR,
                "例 町長",
                NOW.minusSeconds(300),
                Optional.empty(),
                "佐敷川の水位が上がったため",
                Optional.of(120),
                Optional.empty());
    }

    public static Content order(OrderLevel level, String... districts) {
        String template = switch (level) {
            case ELDERLY -> "evacuation-elderly";
            case INSTRUCT -> "evacuation-instruct";
            case SAFETY -> "evacuation-safety";
        };
        return new Content(
                AlertKind.EVACUATION,
                template,
                level.level(),
                Set.of(districts),
                Map.of("hazard", "flood"),
                Optional.of(decision()),
                Optional.empty());
    }

    public static Content weather(String... districts) {
        return new Content(
                AlertKind.WEATHER,
                "weather-5",
                5,
                Set.of(districts),
                Map.of("warning", "RAIN", "report", "芦北町にレベル５大雨特別警報を発表しました。"),
                Optional.empty(),
                Optional.empty());
    }

    /// A draft by [#WRITER], written just now.
    public static Alert draft(World world, Content content) {
        return alert(world, AlertAct.ISSUE, Optional.empty(), content, new AlertState.Draft(NOW));
    }

    public static Alert sent(AlertAct act, Optional<AlertId> about, Content content) {
        return alert(World.REAL, act, about, content, new AlertState.Open(NOW));
    }

    public static Alert alert(World world, AlertAct act, Optional<AlertId> about, Content content, AlertState state) {
        count++;
        var progress = new Alert.Progress(
                state, 1, AlertRules.who(WRITER), NOW, List.of(), Optional.empty(), false, Optional.empty());
        return new Alert(
                new AlertId(new UUID(8, count)), world.mark() + "2027-" + count, world, act, about, content, progress);
    }

    public static Alert waiting(World world, Content content) {
        return alert(world, AlertAct.ISSUE, Optional.empty(), content, new AlertState.Waiting(NOW));
    }
}
