package town.machi.procedure.checks;

import java.util.List;
import town.machi.procedure.Definition;
import town.machi.procedure.Surroundings;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.reading.Places;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Mark;

/// A definition under examination, with the places of its parts.
///
/// @param folder name of the folder it stands in; empty where it stands in none
public record Subject(Definition definition, Places places, Surroundings surroundings, String folder, Faults faults) {

    void fault(Mark mark, String sentence) {
        faults.add(mark, sentence);
    }

    Mark at(Places.Kind kind, String id) {
        return places.at(kind, id);
    }

    List<WorkflowPlan.State> states() {
        return List.copyOf(definition.workflow().states().values());
    }
}
