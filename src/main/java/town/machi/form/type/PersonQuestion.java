package town.machi.form.type;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.Slot;
import town.machi.kernel.Kana;
import town.machi.kernel.PersonName;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.shell.Template;
import town.machi.shell.Texts;

/// A person's name and its reading. Names stay as typed (𠮷, 﨑, 葛󠄀); readings become full-width katakana. The given
/// name may be empty: there are people with one name, and companies. `kana: optional` does not insist on the reading.
/// Source: GIF 431 個人.
@Component
class PersonQuestion extends Parts {

    @Override
    public String type() {
        return "person";
    }

    @Override
    List<String> names() {
        return List.of("family", "given", "familyKana", "givenKana");
    }

    @Override
    public Set<String> options() {
        return Set.of("kana");
    }

    @Override
    void read(Slot slot, Map<String, String> typed, Draft into) {
        switch (PersonName.parse(typed.getOrDefault("family", ""), typed.getOrDefault("given", ""))) {
            case Reading.Read<PersonName>(PersonName name) -> {
                into.put("family", name.family());
                into.put("given", name.given());
            }
            case Reading.Refused<PersonName>(Refusal refusal) ->
                into.fault("family", refusal.key(), refusal.args().toArray());
        }
        boolean wanted = !"optional".equals(slot.option("kana", ""));
        readKana("familyKana", typed, wanted, into);
        readKana("givenKana", typed, wanted && !typed.getOrDefault("given", "").isEmpty(), into);
    }

    private static void readKana(String part, Map<String, String> typed, boolean wanted, Draft into) {
        String text = typed.getOrDefault(part, "");
        if (text.isEmpty()) {
            if (wanted) {
                into.fault(part, "form.kana-missing");
            }
        } else if (Kana.isKana(text)) {
            into.put(part, Kana.normalised(text));
        } else {
            into.fault(part, "form.kana");
        }
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        String family = answers.text(slot.part("family"));
        if (family.isEmpty()) {
            return List.of();
        }
        String kana = joined(answers.text(slot.part("familyKana")), answers.text(slot.part("givenKana")));
        String name = joined(family, answers.text(slot.part("given")));
        return kana.isEmpty() ? List.of(name) : List.of(name, kana);
    }

    private static String joined(String family, String given) {
        return given.isEmpty() ? family : family + "\u3000" + given;
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        return PersonPartial.of(slot, asked);
    }
}
