package town.machi.casework;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.procedure.Ruling;
import town.machi.procedure.Words;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;

/// A workflow like that of 水道の使用開始, and the people who work in it.
final class Plans {

    static final SectionId WATER = new SectionId("water");
    static final SectionId RESIDENTS = new SectionId("residents");
    static final BusinessCalendar CALENDAR = new BusinessCalendar(Set.of(), LocalTime.of(17, 15));
    static final Set<Role> HANDLERS = Set.of(Role.HANDLER, Role.DECIDER);

    private Plans() {}

    static Workflow water() {
        Map<String, State> states = new LinkedHashMap<>();
        put(
                states,
                state(
                        "received",
                        "受付",
                        1,
                        Meaning.OPEN,
                        act("accept", "受け付ける", "scheduled", HANDLERS, false),
                        act("sendBack", "差し戻す", "correcting", HANDLERS, false),
                        act("refuse", "断る", "refused", Set.of(Role.DECIDER), true)));
        put(
                states,
                state(
                        "scheduled",
                        "作業待ち",
                        3,
                        Meaning.OPEN,
                        act("complete", "完了にする", "done", HANDLERS, false),
                        act("sendBack", "差し戻す", "correcting", HANDLERS, false)));
        put(
                states,
                state(
                        "correcting",
                        "補正待ち",
                        10,
                        Meaning.CORRECTING,
                        act("sendBack", "もう一度差し戻す", "correcting", HANDLERS, false)));
        put(states, state("done", "完了", 0, Meaning.DONE));
        put(states, state("refused", "お断り", 0, Meaning.REFUSED));
        put(states, state("withdrawn", "取下げ", 0, Meaning.WITHDRAWN));
        return new Workflow(new WorkflowPlan("received", states), Ruling.NONE, CALENDAR);
    }

    static Actor.Staff staff(SectionId section, Role... roles) {
        return new Actor.Staff(new StaffId(UUID.randomUUID()), "職員", Set.of(section), Set.of(roles));
    }

    /// A state in which nothing can be taken back any more.
    static Workflow done() {
        Map<String, State> states = new LinkedHashMap<>();
        Words settling = Words.ofJapanese("精算待ち");
        put(
                states,
                new State(
                        "settling",
                        settling,
                        settling,
                        OptionalInt.empty(),
                        Meaning.OPEN,
                        true,
                        Optional.empty(),
                        List.of()));
        put(states, state("withdrawn", "取下げ", 0, Meaning.WITHDRAWN));
        return new Workflow(new WorkflowPlan("settling", states), Ruling.NONE, CALENDAR);
    }

    private static void put(Map<String, State> states, State state) {
        states.put(state.id(), state);
    }

    private static State state(String id, String label, int within, Meaning meaning, Act... acts) {
        OptionalInt days = within == 0 ? OptionalInt.empty() : OptionalInt.of(within);
        return new State(
                id,
                Words.ofJapanese(label),
                Words.ofJapanese(label),
                days,
                meaning,
                false,
                Optional.empty(),
                List.of(acts));
    }

    private static Act act(String id, String label, String to, Set<Role> by, boolean reason) {
        return new Act(id, Words.ofJapanese(label), to, by, reason, Optional.empty(), Optional.empty());
    }
}
