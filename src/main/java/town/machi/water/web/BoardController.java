package town.machi.water.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.Once;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.water.CrewDay;
import town.machi.water.CrewId;
import town.machi.water.OrderOutcome;
import town.machi.water.WorkOrderId;
import town.machi.water.work.Planning;

/// The planning board: cards are moved between crews and days, by a form, by keys or by the pointer.
@Controller
class BoardController {

    private final WaterStaff who;
    private final PlanningBoard board;
    private final Planning planning;
    private final Once once;
    private final Messages messages;

    BoardController(WaterStaff who, PlanningBoard board, Planning planning, Once once, Messages messages) {
        this.who = who;
        this.board = board;
        this.planning = planning;
        this.once = once;
        this.messages = messages;
    }

    @GetMapping("/office/water/board")
    Reply show(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String said) {
        return board.page(day(from), who.require(), said(said));
    }

    /// @param to `crew|day`; empty: back to those that wait
    /// @param revision the one that the board showed
    @PostMapping("/office/water/board/{id}/move")
    Reply move(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String from) {
        Actor.Staff staff = who.require();
        WorkOrderId order = new WorkOrderId(id);
        OrderOutcome outcome = to.isEmpty()
                ? planning.putBack(order, revision, staff)
                : planning.plan(order, target(to), revision, staff);
        return after(outcome, from, "#order-" + id, staff);
    }

    @PostMapping("/office/water/board/{id}/cancel")
    Reply cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String from) {
        Actor.Staff staff = who.require();
        return after(planning.cancel(new WorkOrderId(id), reason, staff), from, "", staff);
    }

    /// Makes exchanges for the meters that are due.
    @PostMapping("/office/water/board/exchanges")
    Reply exchanges(@RequestParam UUID onceId, @RequestParam(defaultValue = "") String from) {
        Actor.Staff staff = who.require();
        once.run(onceId, "water.exchanges", Integer.class, () -> planning.exchangeDue(board.dueUntil(), staff));
        return new Redirect(path(from, "exchanges", ""));
    }

    private Reply after(OrderOutcome outcome, String from, String anchor, Actor.Staff staff) {
        return switch (outcome) {
            case OrderOutcome.Done _ -> new Redirect(path(from, "moved", anchor));
            case OrderOutcome.Refused(Refusal refusal) ->
                board.page(
                        day(from),
                        staff,
                        new BoardPage.Said(messages.in(Language.JA).get(refusal), true));
        };
    }

    private static String path(String from, String said, String anchor) {
        String day = day(from).map(LocalDate::toString).orElse("");
        return "/office/water/board?from=" + day + "&said=" + said + anchor;
    }

    private static BoardPage.@Nullable Said said(String said) {
        return switch (said) {
            case "moved" -> new BoardPage.Said("予定を変えました。", false);
            case "exchanges" -> new BoardPage.Said("メーター取替の作業票を作りました。", false);
            default -> null;
        };
    }

    private static CrewDay target(String to) {
        String[] parts = to.split("\\|", 2);
        try {
            return new CrewDay(new CrewId(UUID.fromString(parts[0])), LocalDate.parse(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeParseException e) {
            throw new ProblemException(KernelProblem.NOT_FOUND);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
