package town.machi.waste.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.waste.CollectionDays;
import town.machi.waste.Collections;
import town.machi.waste.WasteKind;

/// The table: residents read it by district, staff edit it. A form says the whole of a district, so that sending it
/// twice is the same as once.
@Controller
class WasteController {

    private final Collections collections;
    private final Districts districts;
    private final CurrentActor current;

    WasteController(Collections collections, Districts districts, CurrentActor current) {
        this.collections = collections;
        this.districts = districts;
        this.current = current;
    }

    @GetMapping("/waste")
    WastePage read(@RequestParam(defaultValue = "") String district) {
        List<Choice> choices = new ArrayList<>();
        districts
                .list()
                .forEach(each ->
                        choices.add(new Choice(each.id(), each.name(), each.id().equals(district))));
        Optional<District> chosen = districts.find(district);
        return new WastePage(
                choices,
                chosen,
                chosen.map(each -> collections.listNext(each.id())).orElse(List.of()));
    }

    @GetMapping("/office/waste")
    WasteListPage list(@RequestParam(defaultValue = "0") int saved) {
        Actor.requireStaff(current.get());
        List<WasteListPage.Row> rows = new ArrayList<>();
        collections.list().forEach((district, kinds) -> rows.add(new WasteListPage.Row(district, kinds)));
        return new WasteListPage(rows, saved);
    }

    @GetMapping("/office/waste/edit")
    WasteEditPage edit(@RequestParam String district, Texts texts) {
        Actor.requireStaff(current.get());
        District own = get(district);
        Map<WasteKind, CollectionDays> set = collections.find(own.id());
        List<Field> fields = new ArrayList<>();
        for (WasteKind kind : WasteKind.values()) {
            CollectionDays days = set.get(kind);
            fields.add(field(kind, texts).value(days == null ? "" : days.words()));
        }
        return new WasteEditPage(own, fields, others(own, List.of()));
    }

    @PostMapping("/office/waste/edit")
    Reply put(
            @RequestParam String district,
            @RequestParam(defaultValue = "") List<String> same,
            @RequestParam MultiValueMap<String, String> form,
            Texts texts) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        if (!staff.has(Role.HANDLER) && !staff.has(Role.ADMINISTRATOR)) {
            throw new ProblemException(KernelProblem.STAFF_ONLY);
        }
        District own = get(district);
        Map<WasteKind, String> typed = new EnumMap<>(WasteKind.class);
        for (WasteKind kind : WasteKind.values()) {
            String said = form.getFirst(kind.code());
            typed.put(kind, said == null ? "" : said.strip());
        }
        List<String> ids = new ArrayList<>(List.of(own.id()));
        ids.addAll(same);
        Map<WasteKind, Refusal> refused = collections.put(ids, typed, staff);
        if (refused.isEmpty()) {
            return new Redirect("/office/waste?saved=" + ids.size());
        }
        List<Field> fields = new ArrayList<>();
        typed.forEach((kind, text) -> {
            Refusal refusal = refused.get(kind);
            Field field = field(kind, texts).value(text);
            fields.add(refusal == null ? field : field.error(texts.get(refusal)));
        });
        return new WasteEditPage(own, fields, others(own, same));
    }

    private District get(String id) {
        return districts.find(id).orElseThrow(() -> new ProblemException(KernelProblem.NOT_FOUND));
    }

    private static Field field(WasteKind kind, Texts texts) {
        return Field.optional(kind.code(), texts.get("waste.kind." + kind.code()));
    }

    private List<Choice> others(District own, List<String> chosen) {
        return districts.list().stream()
                .filter(each -> !each.id().equals(own.id()))
                .map(each -> new Choice(each.id(), each.name(), chosen.contains(each.id())))
                .toList();
    }
}
