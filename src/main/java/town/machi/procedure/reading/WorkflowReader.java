package town.machi.procedure.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import town.machi.kernel.Role;
import town.machi.procedure.FormPage;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.Nature;
import town.machi.procedure.Question;
import town.machi.procedure.Words;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Asking;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// Reads `workflow:`. What a clerk leaves out comes from [Standard].
final class WorkflowReader {

    private final Translations translations;
    private final Places places;
    private final Faults faults;
    private List<FormPage> pages = List.of();

    WorkflowReader(Translations translations, Places places, Faults faults) {
        this.translations = translations;
        this.places = places;
        this.faults = faults;
    }

    /// @param form the pages, of which a state may ask for a later one
    WorkflowPlan read(Fields header, Nature nature, List<FormPage> form) {
        pages = form;
        Optional<Node.Table> table =
                header.node("workflow").flatMap(node -> Shapes.table(node, "処理の流れ（workflow）", faults));
        Map<String, State> states = new LinkedHashMap<>();
        if (header.has("workflow")) {
            table.ifPresent(found -> found.entries().stream()
                    .filter(entry -> !entry.key().value().equals(Node.UNREADABLE))
                    .forEach(entry -> states.put(entry.key().value(), state(entry))));
        } else {
            states.put(Standard.FIRST, state(Standard.FIRST, Standard.acts(nature)));
        }
        if (states.isEmpty()) {
            table.ifPresent(found -> faults.add(found.mark(), "処理の流れに状態が一つもありません。received から書いてください。"));
            states.put(Standard.FIRST, state(Standard.FIRST, Standard.acts(nature)));
        }
        addStandardEnds(states);
        return new WorkflowPlan(states.keySet().iterator().next(), states);
    }

    /// States that acts lead to and that the file did not describe; the withdrawn one always.
    private void addStandardEnds(Map<String, State> states) {
        List<String> targets = new ArrayList<>(states.values().stream()
                .flatMap(state -> state.acts().stream())
                .map(Act::to)
                .toList());
        states.values().forEach(state -> state.asking().ifPresent(asking -> targets.add(asking.then())));
        targets.add(Standard.WITHDRAWN);
        for (String id : Standard.ENDS) {
            if (targets.contains(id) && !states.containsKey(id)) {
                states.put(id, state(id, Map.of()));
            }
        }
    }

    private State state(String id, Map<String, String> acts) {
        List<Act> standing = acts.entrySet().stream()
                .map(act -> act(id, act.getKey(), act.getValue(), Fields.of(empty(), act.getKey(), faults)))
                .toList();
        return state(id, Fields.of(empty(), id, faults), standing);
    }

    private Node.Table empty() {
        return new Node.Table(places.at(Places.Kind.STATE, ""), List.of());
    }

    private State state(Node.Entry entry) {
        String id = entry.key().value();
        Names.checkId(entry.key(), "状態", faults);
        places.add(Places.Kind.STATE, id, entry.key().mark());
        boolean plain = Standard.isEnd(id) && entry.value() instanceof Node.Text text && text.isBlank();
        Fields fields = Fields.of(plain ? empty() : entry.value(), "状態「" + id + "」", faults);
        List<Act> acts = fields.node("acts")
                .flatMap(node -> Shapes.table(node, "処理（acts）", faults))
                .map(table -> acts(id, table))
                .orElseGet(List::of);
        return state(id, fields, acts);
    }

    private State state(String id, Fields fields, List<Act> acts) {
        String path = "workflow." + id;
        Words standard = Standard.label(id).orElseGet(() -> Words.ofJapanese(id));
        if (Standard.label(id).isEmpty()) {
            fields.require("label", "役場で使う呼び名");
        }
        Optional<Words> own = translations.find(path + ".label", fields, "label");
        Words label = own.orElseGet(() -> translations.words(path + ".label", standard));
        Words shown = translations
                .find(path + ".public", fields, "public")
                .orElseGet(() -> translations.words(
                        path + ".public",
                        own.isPresent() ? label : Standard.publicLabel(id).orElse(label)));
        var within = Measures.businessDays(fields.text("within"), faults);
        Optional<Asking> asking = asking(fields);
        Meaning meaning = asking.isPresent() ? Meaning.CORRECTING : meaning(id, fields);
        boolean firm = fields.has("withdraw") && !fields.yes("withdraw");
        fields.close();
        return new State(id, label, shown, within, meaning, firm, asking, acts);
    }

    /// `asks: report` with `then: inspecting`: the resident hands in a later page, and the case goes on.
    private Optional<Asking> asking(Fields fields) {
        return fields.text("asks").map(text -> {
            String page = text.value().strip();
            Set<String> asked = pages.stream()
                    .filter(one -> one.later() && one.id().equals(page))
                    .flatMap(one -> one.questions().stream())
                    .map(Question::id)
                    .collect(Collectors.toSet());
            if (asked.isEmpty()) {
                faults.add(text.mark(), "あとで聞くページ「" + page + "」がありません。form にそのページを書き、「later: yes」を付けてください。");
            }
            String then = fields.requiredText("then", "住民が答えたあとの状態")
                    .map(next -> next.value().strip())
                    .orElse("");
            return new Asking(page, asked, then);
        });
    }

    private Meaning meaning(String id, Fields fields) {
        Meaning standard = Standard.meaning(id);
        Optional<Node.Text> end = fields.text("end");
        if (end.isPresent() && Standard.isEnd(id)) {
            faults.add(end.get().mark(), "状態「" + id + "」の意味は決まっています。end の行を消してください。");
            return standard;
        }
        return end.map(text -> switch (text.value().strip()) {
                    case "done" -> Meaning.DONE;
                    case "partly" -> Meaning.PARTLY;
                    case "refused" -> Meaning.REFUSED;
                    default -> {
                        faults.add(text.mark(), "end には done（認めた・終わった）、partly（一部を認めた）、refused（認めない）のどれかを書いてください。");
                        yield Meaning.DONE;
                    }
                })
                .orElse(standard);
    }

    private List<Act> acts(String state, Node.Table table) {
        return table.entries().stream()
                .filter(entry -> !(entry.value() instanceof Node.Broken))
                .map(entry -> act(state, entry))
                .toList();
    }

    private Act act(String state, Node.Entry entry) {
        String id = entry.key().value();
        Names.checkId(entry.key(), "処理", faults);
        places.add(Places.Kind.ACT, state + "." + id, entry.key().mark());
        if (entry.value() instanceof Node.Text text && !text.isBlank()) {
            return act(state, id, text.value().strip(), Fields.of(empty(entry), "処理「" + id + "」", faults));
        }
        Fields fields = Fields.of(entry.value(), "処理「" + id + "」", faults);
        String to = fields.requiredText("to", "次の状態")
                .map(text -> text.value().strip())
                .orElse(state);
        return act(state, id, to, fields);
    }

    private static Node.Table empty(Node.Entry entry) {
        return new Node.Table(entry.key().mark(), List.of());
    }

    private Act act(String state, String id, String to, Fields fields) {
        String path = "workflow." + state + ".acts." + id;
        Optional<Standard.Known> standard = Standard.act(id);
        if (standard.isEmpty()) {
            String known = Nearest.find(id, Standard.actNames())
                    .map(near -> "「" + near + "」のまちがいではありませんか。そうでなければ")
                    .orElse("");
            fields.require("label", "ボタンの言葉。" + known + "「" + id + ": {to: 状態, label: 言葉}」と書きます");
        }
        Words label = translations
                .find(path + ".label", fields, "label")
                .orElseGet(() -> translations.words(
                        path + ".label", standard.map(Standard.Known::label).orElseGet(() -> Words.ofJapanese(id))));
        Set<Role> by = roles(fields);
        boolean reason = fields.has("reason")
                ? fields.yes("reason")
                : standard.map(Standard.Known::reason).orElse(false);
        Optional<Words> mail = mail(path, fields, standard);
        Optional<MoneyStep> money = fields.text("money").flatMap(this::money);
        fields.close();
        return new Act(id, label, to, by, reason, mail, money);
    }

    private Optional<MoneyStep> money(Node.Text text) {
        Optional<MoneyStep> found = Arrays.stream(MoneyStep.values())
                .filter(step -> step.label().equals(text.value().strip()))
                .findFirst();
        if (found.isEmpty()) {
            String known =
                    Arrays.stream(MoneyStep.values()).map(MoneyStep::label).collect(Collectors.joining("、"));
            faults.add(text.mark(), "money に「" + text.value() + "」はありません。" + known + " のどれかを書いてください。");
        }
        return found;
    }

    /// `mail: なし` tells nobody.
    private Optional<Words> mail(String path, Fields fields, Optional<Standard.Known> standard) {
        Optional<Words> own = translations.find(path + ".mail", fields, "mail");
        if (own.isEmpty()) {
            return standard.flatMap(Standard.Known::mail).map(words -> translations.words(path + ".mail", words));
        }
        return own.filter(words -> !words.ja().equals("なし"));
    }

    private Set<Role> roles(Fields fields) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Node.Text text : fields.texts("by")) {
            Optional<Role> role = Arrays.stream(Role.values())
                    .filter(one -> one.label().equals(text.value().strip()))
                    .findFirst();
            role.ifPresentOrElse(
                    roles::add,
                    () -> faults.add(text.mark(), "役割「" + text.value() + "」はありません。受付、担当、決裁、管理者 のどれかを書いてください。"));
        }
        return roles.isEmpty() ? Set.of(Role.HANDLER, Role.DECIDER) : roles;
    }
}
