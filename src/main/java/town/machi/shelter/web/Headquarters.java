package town.machi.shelter.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.platform.Settings;
import town.machi.shell.CurrentActor;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;
import town.machi.shelter.Openings.Outcome;
import town.machi.shelter.ShelterProblem;

/// 本部: the sections that open shelters and see their rosters (setting `shelter.sections`).
@Component
class Headquarters implements OfficeMenu {

    private static final Set<Role> WORKING = Set.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER);

    private final CurrentActor actor;
    private final Settings settings;
    private final Ids ids;
    private final Clock clock;

    Headquarters(CurrentActor actor, Settings settings, Ids ids, Clock clock) {
        this.actor = actor;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /// Who asks, when they belong here.
    ///
    /// @throws ProblemException [ShelterProblem#NOT_FOR_SHELTERS] for anybody else
    Actor.Staff staff() {
        Actor.Staff staff = Actor.requireStaff(actor.get());
        if (!belongs(staff)) {
            throw new ProblemException(ShelterProblem.NOT_FOR_SHELTERS);
        }
        return staff;
    }

    private boolean belongs(Actor.Staff staff) {
        List<String> sections = Arrays.asList(
                settings.find("shelter.sections").orElse("general").strip().split("[\\s,、]+"));
        return staff.roles().stream().anyMatch(WORKING::contains)
                && staff.sections().stream().anyMatch(section -> sections.contains(section.value()));
    }

    /// Until when the next meals are counted; null while the town has not said so.
    @Nullable
    String mealCutoffs() {
        return settings.find("shelter.meal-cutoffs").orElse(null);
    }

    Clock clock() {
        return clock;
    }

    UUID newId() {
        return ids.next();
    }

    /// The sentence of a refusal as the address carries it; empty when it was done.
    static String refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> "";
            case Outcome.Refused(var refusal) -> refusal.key().replace("shelter.refused.", "");
        };
    }

    /// `?done=open` or `?refused=safety`.
    static String query(Outcome outcome, String done) {
        String refused = refusal(outcome);
        return refused.isEmpty() ? "?done=" + done : "?refused=" + refused;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return belongs(staff) ? List.of(new MenuItem("避難所", "/office/shelters", 26)) : List.of();
    }
}
