package town.machi.audit.web;

import java.util.ArrayList;
import java.util.List;
import town.machi.audit.AuditAction;
import town.machi.shell.component.Choice;

/// The kinds of deed to choose from.
final class AuditChoices {

    private AuditChoices() {}

    static List<Choice> of(String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", "すべて", chosen.isEmpty()));
        for (AuditAction action : AuditAction.values()) {
            choices.add(new Choice(action.name(), action.label(), action.name().equals(chosen)));
        }
        return choices;
    }
}
