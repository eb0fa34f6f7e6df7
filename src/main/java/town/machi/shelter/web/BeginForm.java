package town.machi.shelter.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.shelter.Hazard;
import town.machi.shelter.Shelter;

/// What was typed and ticked to begin a disaster. It comes back whole when it is refused: above all whether it is a
/// drill.
///
/// @param drill `yes` or `no`
/// @param faults what is wrong with it
record BeginForm(
        String name, Set<Hazard> hazards, String drill, Set<UUID> shelters, UUID onceId, List<FieldError> faults) {

    private static final int LONGEST_NAME = 100;

    static final Field NAME = Field.required("begin-name", "災害の名前").hint("例: 令和8年11月24日の大雨");
    static final Field HAZARDS =
            Field.required("begin-hazard", "何の災害ですか（いくつでも）").hint("選んだ災害すべてに対応する避難所だけを開きます。");

    /// With the main ones ticked.
    static BeginForm blank(List<Shelter> all, UUID onceId) {
        Set<UUID> main = all.stream()
                .filter(Shelter::main)
                .map(shelter -> shelter.id().value())
                .collect(Collectors.toSet());
        return new BeginForm("", Set.of(), "no", main, onceId, List.of());
    }

    static BeginForm of(String name, Set<String> hazard, String drill, Set<UUID> shelters, UUID onceId, Texts texts) {
        Set<Hazard> hazards = Arrays.stream(Hazard.values())
                .filter(each -> hazard.contains(each.name()))
                .collect(Collectors.toSet());
        List<FieldError> faults = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            faults.add(FieldError.at(NAME.name(), texts.get("shelter.refused.name")));
        }
        if (hazards.isEmpty()) {
            faults.add(FieldError.at(HAZARDS.name(), texts.get("shelter.refused.hazards")));
        }
        return new BeginForm(name, hazards, drill, shelters, onceId, faults);
    }

    /// The same as a new request: a refusal is remembered with the old one.
    BeginForm again(UUID newId) {
        return new BeginForm(name, hazards, drill, shelters, newId, faults);
    }

    boolean isDrill() {
        return drill.equals("yes");
    }

    Field nameField() {
        return NAME.value(name).error(CallForm.sentence(faults, NAME.name()));
    }

    Field hazardField() {
        return HAZARDS.error(CallForm.sentence(faults, HAZARDS.name()));
    }
}
