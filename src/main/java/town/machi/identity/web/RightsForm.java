package town.machi.identity.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.platform.Section;
import town.machi.shell.component.Choice;

/// Sections and roles as boxes to tick.
record RightsForm(List<Choice> sections, List<Choice> roles) {

    static RightsForm of(List<Section> all, Set<SectionId> sections, Set<Role> roles) {
        return new RightsForm(
                all.stream()
                        .map(section ->
                                new Choice(section.id().value(), section.name(), sections.contains(section.id())))
                        .toList(),
                Arrays.stream(Role.values())
                        .map(role -> new Choice(role.name(), role.label(), meaningOf(role), roles.contains(role)))
                        .toList());
    }

    /// As it was ticked, where this form was refused.
    RightsForm again(StaffPage.Outcome outcome) {
        return new RightsForm(again("sections", sections, outcome), again("roles", roles, outcome));
    }

    private static List<Choice> again(String box, List<Choice> choices, StaffPage.Outcome outcome) {
        return choices.stream()
                .map(one -> new Choice(
                        one.value(), one.label(), one.hint(), outcome.ticked(box, one.value(), one.chosen())))
                .toList();
    }

    /// Those of the typed ones that there are.
    static Set<Role> roles(@Nullable List<String> typed) {
        return Arrays.stream(Role.values())
                .filter(role -> typed != null && typed.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String meaningOf(Role role) {
        return switch (role) {
            case RECEPTION -> "届出を受け付け、電話や紙の届出を入力します。";
            case HANDLER -> "届出を審査し、処理を進めます。";
            case DECIDER -> "審査の結果を決裁します。";
            case ADMINISTRATOR -> "職員を招待し、所属と役割を決めます。";
            case HELPER -> "外部の支援者です。利用の期限が要ります。この役割だけでは、住民の個人情報は見えません。";
            case AUDITOR -> "だれが何をしたかの記録（証跡）を見ます。";
        };
    }
}
