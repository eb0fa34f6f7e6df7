package town.machi.shelter.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.shelter.DisasterId;

/// What was ticked and typed to call more shelters for a disaster.
///
/// @param faults what is wrong with it
record CallForm(DisasterId disaster, Set<UUID> shelters, String reason, UUID onceId, List<FieldError> faults) {

    private static final int LONGEST_REASON = 100;

    /// The one that was refused, when it was for this disaster; or an empty one.
    static CallForm of(@Nullable CallForm refused, DisasterId disaster, UUID newId) {
        return refused != null && refused.disaster.equals(disaster)
                ? refused
                : new CallForm(disaster, Set.of(), "", newId, List.of());
    }

    static CallForm of(DisasterId disaster, Set<UUID> shelters, String reason, UUID onceId, Texts texts) {
        var form = new CallForm(disaster, shelters, reason, onceId, new ArrayList<>());
        if (shelters.isEmpty()) {
            form.faults.add(FieldError.at(form.sheltersName(), texts.get("shelter.refused.no-shelter")));
        }
        if (reason.strip().length() > LONGEST_REASON) {
            form.faults.add(FieldError.at(form.reasonName(), texts.get("shelter.refused.reason-length")));
        }
        return form;
    }

    /// The same as a new request, for a refusal is remembered with the old one.
    CallForm refused(Refusal why, UUID newId, Texts texts) {
        var fault =
                FieldError.at(sheltersName(), texts.get(why.key(), why.args().toArray()));
        return new CallForm(disaster, shelters, reason, newId, List.of(fault));
    }

    private String sheltersName() {
        return "shelter-" + disaster;
    }

    private String reasonName() {
        return "reason-" + disaster;
    }

    Field shelterField() {
        return Field.required(sheltersName(), "開設準備中にする避難所").error(sentence(faults, sheltersName()));
    }

    Field reasonField() {
        return Field.optional(reasonName(), "開設の理由").value(reason).error(sentence(faults, reasonName()));
    }

    /// What is wrong with a field; null: nothing.
    static @Nullable String sentence(List<FieldError> faults, String name) {
        return faults.stream()
                .filter(fault -> fault.anchor().equals(Field.idOf(name)))
                .map(FieldError::sentence)
                .findFirst()
                .orElse(null);
    }
}
