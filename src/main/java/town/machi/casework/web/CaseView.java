package town.machi.casework.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.casework.CaseState;
import town.machi.casework.Cases;
import town.machi.casework.Standing;
import town.machi.casework.desk.Acting;
import town.machi.casework.desk.Extending;
import town.machi.casework.desk.Handing;
import town.machi.casework.desk.Linking;
import town.machi.identity.StaffDirectory;
import town.machi.identity.StaffMember;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.kernel.Role;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.shell.Messages;
import town.machi.shell.component.Choice;
import town.machi.shell.component.TimelineItem;

/// Puts the case page together.
@Component
class CaseView {

    private final Cases cases;
    private final Desk desk;
    private final Views views;
    private final Context context;
    private final ObjectProvider<CasePanel> panels;

    CaseView(Cases cases, Desk desk, Views views, Context context, ObjectProvider<CasePanel> panels) {
        this.cases = cases;
        this.desk = desk;
        this.views = views;
        this.context = context;
        this.panels = panels;
    }

    @Component
    record Desk(
            Acting acting,
            Handing handing,
            Linking linking,
            Extending extending,
            StaffDirectory directory,
            Town town) {}

    @Component
    record Views(SaidView said, HistoryView history, DecisionView decision, Messages messages) {}

    /// @param file opened by this person
    CasePage page(CaseFile file, Actor.Staff staff, CasePage.Notice notice, CasePage.Typed typed, int status) {
        Definition definition = cases.definitionOf(file);
        List<CaseEvent> history = cases.history(file);
        People people = new People(desk.directory());
        return new CasePage(
                head(file, definition, people),
                views.said().pages(file, definition, history, people),
                acts(file, definition, staff),
                limit(file, staff),
                hands(file, definition, staff, typed, people),
                desk.linking().list(file, staff).stream().map(this::link).toList(),
                panels(file, staff, typed),
                new CasePage.Decision(
                        views.decision().newest(file, definition, people, staff).orElse(null),
                        views.decision()
                                .draftable(file, definition, desk.acting().list(file, staff))),
                views.history().items(history, definition, people),
                notice,
                typed,
                context.ids().next(),
                status);
    }

    /// What others did while somebody was looking at an older page.
    List<TimelineItem> meanwhile(CaseFile file, List<CaseEvent> since) {
        return views.history().items(since, cases.definitionOf(file), new People(desk.directory()));
    }

    CasePage.Head head(CaseFile file, Definition definition, People people) {
        var today = context.today();
        BusinessCalendar calendar = desk.town().calendar();
        String state = Words.state(definition, file.state().id());
        boolean first = definition.workflow().first().equals(file.state().id());
        boolean late = file.state().isOverdue(today);
        String due = file.state()
                .deadline()
                .map(day -> Words.day(day) + (late ? "" : "（" + Words.distance(calendar, today, day) + "）"))
                .orElse("");
        return new CasePage.Head(
                file.id().toString(),
                file.revision(),
                definition.title().ja(),
                file.receipt().format(),
                file.name().isEmpty() ? "（お名前なし）" : file.name(),
                Words.chip(state, file.state().meaning(), first),
                file.state().isClosed(),
                due,
                late ? Words.distance(calendar, today, file.state().deadline().orElseThrow()) : "",
                facts(file, people));
    }

    private List<CasePage.Fact> facts(CaseFile file, People people) {
        CaseFile.Filing filing = file.filing();
        List<CasePage.Fact> facts = new ArrayList<>();
        facts.add(new CasePage.Fact("受付", Words.moment(filing.receivedAt())));
        facts.add(new CasePage.Fact("数え始め", Words.day(filing.countsFrom())));
        String typist = filing.typist();
        String by = typist == null ? "" : "（入力 " + people.actor(typist) + "）";
        facts.add(new CasePage.Fact("受付方法", filing.channel().label() + by));
        facts.add(new CasePage.Fact("言語", language(filing.language())));
        facts.add(new CasePage.Fact("課", Words.section(desk.town(), file.section())));
        facts.add(new CasePage.Fact("手続の版", "第" + file.basis().version() + "版"));
        return facts;
    }

    private CasePage.@Nullable Limit limit(CaseFile file, Actor.Staff staff) {
        if (file.standing().limit().isEmpty() || file.state().isClosed()) {
            return null;
        }
        Standing.Limit limit = file.standing().limit().get();
        return new CasePage.Limit(
                Words.day(desk.town().calendar().firstOpenFrom(limit.lastDay())),
                limit.extended(),
                desk.extending().latest(file, staff).map(Words::day).orElse(null));
    }

    private List<CasePage.Act> acts(CaseFile file, Definition definition, Actor.Staff staff) {
        List<CasePage.Act> acts = new ArrayList<>();
        for (Acting.Possible possible : desk.acting().list(file, staff)) {
            WorkflowPlan.State to = Objects.requireNonNull(
                    definition.workflow().states().get(possible.act().to()));
            Meaning leadsTo = to.asking().isPresent() ? Meaning.OPEN : to.meaning();
            acts.add(new CasePage.Act(
                    possible.act().id(),
                    possible.act().label().ja(),
                    Words.state(definition, possible.act().to()),
                    possible.sendsBack(),
                    possible.needsReason() && !possible.decided(),
                    possible.act().mail().isPresent() || possible.needsReason(),
                    possible.against()
                            .map(refusal -> views.messages().in(Language.JA).get(refusal))
                            .orElse(null),
                    kind(leadsTo, acts.isEmpty())));
        }
        return acts;
    }

    private static String kind(Meaning leadsTo, boolean first) {
        return switch (leadsTo) {
            case OPEN, DONE, PARTLY -> first ? "primary" : "plain";
            case REFUSED -> "danger";
            case CORRECTING, WITHDRAWN -> "plain";
        };
    }

    private CasePage.Hands hands(
            CaseFile file, Definition definition, Actor.Staff staff, CasePage.Typed typed, People people) {
        List<Choice> colleagues = new ArrayList<>();
        for (StaffMember member : desk.handing().listColleagues(file.section())) {
            boolean chosen = file.assignee().filter(member.id()::equals).isPresent();
            colleagues.add(new Choice(member.id().toString(), member.name(), chosen));
        }
        List<Choice> sections = desk.town().sections().stream()
                .filter(section -> !section.id().equals(file.section()))
                .map(section -> new Choice(section.id().value(), section.name(), false))
                .toList();
        return new CasePage.Hands(
                people.name(file.assignee()),
                file.assignee().filter(staff.staffId()::equals).isPresent(),
                colleagues,
                sections,
                fields(file, definition, typed),
                file.filing().mail() != null,
                handIn(file, definition, staff));
    }

    private static @Nullable String handIn(CaseFile file, Definition definition, Actor.Staff staff) {
        boolean may = staff.has(Role.RECEPTION) || staff.has(Role.HANDLER);
        return may && file.state() instanceof CaseState.Correcting
                ? Words.findAsked(definition, file.state().id()).orElse("直していただくところ")
                : null;
    }

    /// The questions that were asked, each to be ticked in a send-back.
    private static List<Choice> fields(CaseFile file, Definition definition, CasePage.Typed typed) {
        Set<String> asked = new HashSet<>();
        definition
                .pages()
                .forEach(page -> page.questions().stream()
                        .filter(question -> SaidView.isShown(page, question, file.answers()))
                        .forEach(question -> asked.add(question.id())));
        return definition.questions().stream()
                .filter(question -> asked.contains(question.id()))
                .map(question -> new Choice(
                        question.id(), question.label().ja(), typed.fields().contains(question.id())))
                .toList();
    }

    private CasePage.Link link(Linking.Linked linked) {
        CaseFile other = linked.file();
        if (!linked.visible()) {
            return new CasePage.Link(
                    other.receipt().format(), Words.section(desk.town(), other.section()) + "の案件", "", "", "");
        }
        Definition definition = cases.definitionOf(other);
        return new CasePage.Link(
                other.receipt().format(),
                definition.title().ja(),
                other.name(),
                Words.state(definition, other.state().id()),
                "/office/cases/" + other.id());
    }

    private List<CasePanel.Panel> panels(CaseFile file, Actor.Staff staff, CasePage.Typed typed) {
        return panels.orderedStream()
                .map(panel -> panel.find(file, staff))
                .flatMap(Optional::stream)
                .map(panel -> panel.piece() instanceof GrantPartial grant ? panel.with(grant.again(typed)) : panel)
                .sorted(Comparator.comparingInt(CasePanel.Panel::order))
                .toList();
    }

    private static String language(Language language) {
        return switch (language) {
            case JA -> "日本語";
            case EASY -> "やさしい日本語";
            case EN -> "英語";
        };
    }
}
