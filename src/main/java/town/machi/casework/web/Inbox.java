package town.machi.casework.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseFilter;
import town.machi.casework.CaseLine;
import town.machi.casework.CaseList;
import town.machi.casework.Workflow;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Lists;
import town.machi.casework.jdbc.FilterRows;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.WorkflowPlan;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Pager;

/// Puts the inbox together.
@Component
class Inbox {

    private final Lists lists;
    private final CaseDefinitions definitions;
    private final FilterRows saved;
    private final StaffDirectory directory;
    private final Town town;
    private final Ids ids;

    Inbox(Lists lists, CaseDefinitions definitions, FilterRows saved, StaffDirectory directory, Town town, Ids ids) {
        this.lists = lists;
        this.definitions = definitions;
        this.saved = saved;
        this.directory = directory;
        this.town = town;
        this.ids = ids;
    }

    InboxPage page(InboxQuery query, Actor.Staff staff) {
        CaseFilter filter = query.filter();
        Optional<String> cursor = query.cursor().isEmpty() ? Optional.empty() : Optional.of(query.cursor());
        CaseList list = lists.list(filter, cursor, staff);
        People people = new People(directory);
        return new InboxPage(
                query,
                tabs(query, staff, list),
                filters(query, staff),
                list.lines().stream().map(line -> row(line, people)).toList(),
                counted(list.number()),
                pager(query, list),
                Access.sections(staff).size() > 1,
                new InboxPage.Bulk(ids.next(), bulkActs(list.lines(), staff)),
                faults(query));
    }

    InboxPage.Row row(CaseLine line, People people) {
        Definition definition = definitions.get(line.basis());
        boolean first = definition.workflow().first().equals(line.state());
        String late = line.dueOn()
                .filter(due -> lists.today().isAfter(due))
                .map(due -> Words.late(town.calendar(), lists.today(), due))
                .orElse("");
        return new InboxPage.Row(
                line.id().toString(),
                line.revision(),
                line.receipt().format(),
                definition.title().ja(),
                line.name().isEmpty() ? "（お名前なし）" : line.name(),
                Words.shortDay(Words.dayOf(line.receivedAt())),
                Words.timeOf(line.receivedAt()),
                Words.chip(Words.state(definition, line.state()), line.meaning(), first),
                line.dueOn().map(Words::shortDay).orElse("—"),
                late,
                people.name(line.assignee()),
                Words.section(town, line.section()));
    }

    private List<InboxPage.Tab> tabs(InboxQuery query, Actor.Staff staff, CaseList list) {
        List<InboxPage.Tab> tabs = new ArrayList<>();
        for (CaseFilter.View view : CaseFilter.View.values()) {
            boolean current = view == query.viewOf();
            boolean counts = view != CaseFilter.View.ALL && !(current && !query.isNarrowed());
            int number = counts ? lists.count(CaseFilter.of(view), staff) : list.number();
            boolean known = counts || current;
            tabs.add(new InboxPage.Tab(
                    view.label(),
                    "/office/cases?" + query.query(Map.of("view", view.code())),
                    known ? counted(number) : null,
                    current));
        }
        return tabs;
    }

    private InboxPage.Filters filters(InboxQuery query, Actor.Staff staff) {
        Map<String, String> procedures = new LinkedHashMap<>();
        Map<String, String> states = new LinkedHashMap<>();
        for (CaseFile.Basis basis : definitions.list()) {
            Definition definition = definitions.get(basis);
            String name = basis.procedure().value();
            procedures.putIfAbsent(name, definition.title().ja());
            if (query.procedure().isEmpty() || query.procedure().equals(name)) {
                for (WorkflowPlan.State state : definition.workflow().states().values()) {
                    states.putIfAbsent(state.id(), state.label().ja());
                }
            }
        }
        Map<String, String> sorts = new LinkedHashMap<>();
        for (CaseFilter.Sort sort : CaseFilter.Sort.values()) {
            sorts.put(sort.code(), sort.label());
        }
        return new InboxPage.Filters(
                choices(procedures, "すべての手続", query.procedure()),
                choices(states, "すべての状態", query.state()),
                sections(query, staff),
                choices(sorts, "", query.sortOf().code()),
                saved.list(staff.staffId()));
    }

    private List<Choice> sections(InboxQuery query, Actor.Staff staff) {
        Map<String, String> names = new LinkedHashMap<>();
        town.sections().stream()
                .filter(section -> Access.sections(staff).contains(section.id()))
                .forEach(section -> names.put(section.id().value(), section.name()));
        return names.size() < 2 ? List.of() : choices(names, "すべての課", query.section());
    }

    private List<Choice> bulkActs(List<CaseLine> lines, Actor.Staff staff) {
        Map<String, String> acts = new LinkedHashMap<>();
        for (CaseLine line : lines) {
            Workflow workflow = definitions.workflow(line.basis());
            workflow.state(line.state()).acts().stream()
                    .filter(act -> !workflow.needsReason(act))
                    .filter(act -> act.by().stream().anyMatch(staff::has))
                    .forEach(act -> acts.putIfAbsent(act.id(), act.label().ja()));
        }
        return choices(acts, "", "");
    }

    private static Pager pager(InboxQuery query, CaseList list) {
        int from = list.lines().isEmpty() ? 0 : query.at();
        int to = from == 0 ? 0 : from + list.lines().size() - 1;
        String before = list.before()
                .map(cursor -> href(query, cursor, Math.max(1, from - CaseList.ROWS)))
                .orElse(null);
        String after = list.after().map(cursor -> href(query, cursor, to + 1)).orElse(null);
        return new Pager(list.number(), from, to, before, after);
    }

    private static String href(InboxQuery query, String cursor, int at) {
        return "/office/cases?" + query.query(Map.of("cursor", cursor, "at", Integer.toString(at)));
    }

    private static List<String> faults(InboxQuery query) {
        List<String> faults = new ArrayList<>();
        if (query.isWrong(query.from()) || query.isWrong(query.to())) {
            faults.add("受付日は「令和8年11月1日」「R8.11.1」「2026-11-01」のように入れてください。日付として読めないものは使っていません。");
        }
        return faults;
    }

    private static List<Choice> choices(Map<String, String> labels, String none, String chosen) {
        List<Choice> choices = new ArrayList<>();
        if (!none.isEmpty()) {
            choices.add(new Choice("", none, chosen.isEmpty()));
        }
        labels.forEach((value, label) -> choices.add(new Choice(value, label, value.equals(chosen))));
        return choices;
    }

    static String counted(int number) {
        return number > CaseList.COUNTED ? "%,d件以上".formatted(CaseList.COUNTED) : "%,d件".formatted(number);
    }
}
