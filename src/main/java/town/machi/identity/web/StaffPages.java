package town.machi.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.identity.Account;
import town.machi.identity.AccountHelp;
import town.machi.identity.Holding;
import town.machi.identity.Roster;
import town.machi.identity.Seats;
import town.machi.identity.SignInLog;
import town.machi.identity.StaffMember;
import town.machi.identity.StaffQuery;
import town.machi.identity.StaffState;
import town.machi.kernel.Actor;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.platform.Town;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Pager;

/// Puts the staff list and a person's page together.
@Component
class StaffPages {

    private static final int SIGN_INS_SHOWN = 10;

    private final Roster roster;
    private final AccountHelp help;
    private final SignInLog log;
    private final SectionNames sections;
    private final Seating seating;

    StaffPages(Roster roster, AccountHelp help, SignInLog log, SectionNames sections, Seating seating) {
        this.roster = roster;
        this.help = help;
        this.log = log;
        this.sections = sections;
        this.seating = seating;
    }

    StaffListPage list(StaffQuery query) {
        var rows = roster.list(query).stream().map(this::row).toList();
        return new StaffListPage(query, sectionChoices(query), stateChoices(query), rows, pager(query, rows.size()));
    }

    /// Gives somebody those of the typed seats that there are for them.
    Optional<Refusal> sit(Actor.Staff by, StaffId id, List<String> codes, LocalDate from) {
        var member = roster.open(by, id)
                .orElseThrow(() -> new ProblemException(KernelProblem.NOT_FOUND))
                .member();
        Set<Seat> chosen = seating.possible(member).stream()
                .filter(seat -> codes.contains(seat.code()))
                .collect(Collectors.toSet());
        return seating.seats().sit(by, member, chosen, from);
    }

    /// Seats, and what they are called.
    @Component
    record Seating(Seats seats, Town town) {

        List<Seat> possible(StaffMember member) {
            return town.positions().stream()
                    .flatMap(position -> position.ofSection()
                            ? member.sections().stream().sorted().map(position::seat)
                            : Stream.of(Seat.of(position.id())))
                    .toList();
        }

        StaffPage.Sitting sitting(StaffMember member, StaffPage.Outcome outcome) {
            List<Holding> held = seats.listOf(member.id());
            Set<Seat> now = seats.today().seatsOf(member.id());
            List<String> lines = held.stream()
                    .map(holding -> town.nameOf(holding.seat()) + "　" + Wareki.format(holding.from()) + "から"
                            + holding.until()
                                    .map(day -> Wareki.format(day) + "まで")
                                    .orElse(""))
                    .toList();
            List<Choice> choices = possible(member).stream()
                    .map(seat -> new Choice(
                            seat.code(), town.nameOf(seat), outcome.ticked("seats", seat.code(), now.contains(seat))))
                    .toList();
            return new StaffPage.Sitting(lines, choices);
        }
    }

    /// @throws ProblemException not found
    StaffPage page(Actor.Staff by, StaffId id, StaffPage.Outcome outcome) {
        var account = roster.open(by, id).orElseThrow(() -> new ProblemException(KernelProblem.NOT_FOUND));
        var member = account.member();
        return new StaffPage(
                account,
                by.staffId().equals(id),
                sections.of(member.sections()),
                RightsForm.of(sections.all(), member.sections(), member.roles()).again(outcome),
                new StaffPage.Activity(
                        help.countSessions(id),
                        log.listLatest(id, SIGN_INS_SHOWN),
                        help.findLink(id).orElse(null),
                        help.restsUntil(member).orElse(null)),
                seating.sitting(member, outcome),
                roster.findEnd(id).map(Wareki::format).orElse(""),
                outcome);
    }

    private StaffListPage.Row row(Account account) {
        var member = account.member();
        return new StaffListPage.Row(
                "/office/staff/" + member.id(),
                member.name(),
                member.mail(),
                sections.of(member.sections()),
                member.roles().stream().sorted().toList(),
                account.state());
    }

    private List<Choice> sectionChoices(StaffQuery query) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "すべての課", query.section() == null));
        sections.all()
                .forEach(section -> choices.add(new Choice(
                        section.id().value(), section.name(), section.id().equals(query.section()))));
        return choices;
    }

    private static List<Choice> stateChoices(StaffQuery query) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "すべて（退職を除く）", query.state() == null));
        Arrays.stream(StaffState.values())
                .forEach(state -> choices.add(new Choice(state.code(), state.label(), state == query.state())));
        return choices;
    }

    private Pager pager(StaffQuery query, int shown) {
        var total = roster.count(query);
        var from = shown == 0 ? 0 : query.offset() + 1;
        var to = shown == 0 ? 0 : query.offset() + shown;
        return new Pager(
                total,
                from,
                to,
                query.page() > 1 ? href(query, query.page() - 1) : null,
                to > 0 && to < total ? href(query, query.page() + 1) : null);
    }

    private static String href(StaffQuery query, int page) {
        var section = query.section();
        var state = query.state();
        return "/office/staff?q=" + URLEncoder.encode(query.words(), StandardCharsets.UTF_8)
                + "&section=" + (section == null ? "" : section.value())
                + "&state=" + (state == null ? "" : state.code())
                + "&page=" + page;
    }
}
