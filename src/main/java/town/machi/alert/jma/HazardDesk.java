package town.machi.alert.jma;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertId;
import town.machi.alert.AlertKind;
import town.machi.alert.Chains;
import town.machi.alert.Content;
import town.machi.alert.desk.Machine;
import town.machi.alert.jdbc.TelegramRows;
import town.machi.alert.words.AlertTemplate;
import town.machi.alert.words.AlertTemplates;
import town.machi.kernel.Actor;

/// What a telegram changes in what is drafted about its hazards.
@Component
class HazardDesk {

    private static final Actor.SystemJob JMA = new Actor.SystemJob("alert.jma");

    /// How long something that nobody lifts is shown: a quake, a bulletin.
    private static final Duration SHOWN = Duration.ofHours(24);

    private final TelegramRows rows;
    private final Machine machine;
    private final AlertTemplates templates;
    private final JmaRules rules;
    private final Clock clock;

    HazardDesk(TelegramRows rows, Machine machine, AlertTemplates templates, JmaRules rules, Clock clock) {
        this.rows = rows;
        this.machine = machine;
        this.templates = templates;
        this.rules = rules;
        this.clock = clock;
    }

    /// @param alert what it made or changed
    record Result(TelegramOutcome outcome, Optional<UUID> alert) {

        static Result of(TelegramOutcome outcome, Alert alert) {
            return new Result(outcome, Optional.of(alert.id().value()));
        }

        static Result of(TelegramOutcome outcome) {
            return new Result(outcome, Optional.empty());
        }
    }

    /// Hazards one after the other, always in the same order; the weightiest outcome is told.
    @Transactional(propagation = Propagation.MANDATORY)
    Result apply(Telegram telegram) {
        List<Result> results = new ArrayList<>();
        signals(telegram).stream()
                .sorted(Comparator.comparing(Telegram.Signal::hazard))
                .forEach(signal -> results.add(apply(telegram, signal)));
        if (results.isEmpty()) {
            return Result.of(
                    telegram.act() == Telegram.Act.CANCELLED
                            ? TelegramOutcome.NOTHING_TO_CANCEL
                            : telegram.type().equals("VPWW61") ? TelegramOutcome.BELOW : TelegramOutcome.NOT_OURS);
        }
        return results.stream().min(Comparator.comparing(Result::outcome)).orElseThrow();
    }

    /// A 取消 may name no area: it ends what was said of its event.
    private List<Telegram.Signal> signals(Telegram telegram) {
        boolean bare = telegram.act() == Telegram.Act.CANCELLED
                && telegram.signals().isEmpty()
                && !telegram.event().isEmpty();
        return bare
                ? rows.listOfEvent(telegram.event()).stream()
                        .map(known -> Telegram.Signal.none(known.hazard()))
                        .toList()
                : telegram.signals();
    }

    private Result apply(Telegram telegram, Telegram.Signal signal) {
        Optional<TelegramRows.Hazard> known = rows.lockHazard(signal.hazard());
        return switch (HazardRules.decide(known.map(HazardDesk::known), telegram, signal)) {
            case HazardRules.Decision.Nothing(TelegramOutcome why) -> Result.of(why);
            case HazardRules.Decision.Changed(Telegram.Signal next) -> {
                remember(telegram, next);
                machine.dropFollowing(signal.hazard(), JMA);
                yield rules.isWorthIt(next) ? say(telegram, next) : over(next.hazard(), next.isOn());
            }
            case HazardRules.Decision.TakenBack() -> {
                remember(telegram, Telegram.Signal.none(signal.hazard()));
                machine.dropFollowing(signal.hazard(), JMA);
                yield takenBack(signal.hazard());
            }
        };
    }

    private static HazardRules.Known known(TelegramRows.Hazard row) {
        var signal = new Telegram.Signal(row.hazard(), row.word(), row.level(), row.weight(), row.detail());
        return new HazardRules.Known(signal, row.type(), row.newSystem(), row.reportedAt());
    }

    private void remember(Telegram telegram, Telegram.Signal signal) {
        rows.put(new TelegramRows.Hazard(
                signal.hazard(),
                signal.word(),
                signal.level(),
                signal.weight(),
                signal.detail(),
                telegram.type(),
                telegram.isNewSystem(),
                telegram.event(),
                telegram.reportedAt()));
    }

    private Result say(Telegram telegram, Telegram.Signal signal) {
        Optional<AlertTemplate> template = templates.findFor(signal.word(), signal.level());
        if (template.isEmpty()) {
            return Result.of(TelegramOutcome.NO_TEMPLATE);
        }
        Content content = content(template.get(), telegram, signal);
        Optional<Alert> open = machine.draftOf(signal.hazard());
        if (open.isPresent()) {
            return Result.of(TelegramOutcome.UPDATED, machine.rewrite(open.get(), content, JMA));
        }
        Optional<AlertId> corrected = telegram.act() == Telegram.Act.CORRECTED
                ? machine.standing(signal.hazard()).map(chain -> chain.current().id())
                : Optional.empty();
        AlertAct act = corrected.isPresent() ? AlertAct.CORRECT : AlertAct.ISSUE;
        Alert draft = machine.draft(act, corrected, content, signal.hazard(), JMA);
        boolean gone = act == AlertAct.ISSUE && rules.goesByItself(signal) && machine.sendByRule(draft, JMA);
        return Result.of(gone ? TelegramOutcome.SENT : TelegramOutcome.DRAFTED, draft);
    }

    private Content content(AlertTemplate template, Telegram telegram, Telegram.Signal signal) {
        Map<String, String> blanks = new HashMap<>();
        for (AlertTemplate.Blank blank : template.blanks()) {
            switch (blank.name()) {
                case "warning" -> blanks.put("warning", signal.word());
                case "intensity" -> blanks.put("intensity", signal.detail());
                case "report" -> blanks.put("report", telegram.headline());
                default -> blanks.put(blank.name(), "");
            }
        }
        boolean ends = signal.hazard().contains(":");
        Optional<Instant> until = ends ? Optional.of(clock.instant().plus(SHOWN)) : Optional.empty();
        return new Content(
                AlertKind.WEATHER,
                template.name(),
                signal.level(),
                templates.places().all(),
                blanks,
                Optional.empty(),
                until);
    }

    /// Nothing worth telling is on any more.
    private Result over(String hazard, boolean below) {
        Optional<Alert> open = machine.draftOf(hazard);
        open.ifPresent(draft -> machine.drop(draft, "発表が弱まったか、解除されたため", JMA));
        Optional<Chains.Chain> standing = machine.standing(hazard);
        if (standing.isPresent()) {
            return Result.of(TelegramOutcome.END_DRAFTED, follow(standing.get(), AlertAct.LIFT, hazard));
        }
        if (open.isPresent()) {
            return Result.of(TelegramOutcome.DROPPED, open.get());
        }
        return Result.of(below ? TelegramOutcome.BELOW : TelegramOutcome.SAME);
    }

    private Result takenBack(String hazard) {
        Optional<Alert> open = machine.draftOf(hazard);
        open.ifPresent(draft -> machine.drop(draft, "気象庁が取り消したため", JMA));
        Optional<Chains.Chain> standing = machine.standing(hazard);
        if (standing.isPresent()) {
            return Result.of(TelegramOutcome.RETRACT_DRAFTED, follow(standing.get(), AlertAct.RETRACT, hazard));
        }
        return open.map(draft -> Result.of(TelegramOutcome.DROPPED, draft))
                .orElse(Result.of(TelegramOutcome.NOTHING_TO_CANCEL));
    }

    private Alert follow(Chains.Chain chain, AlertAct act, String hazard) {
        AlertTemplate template = templates.findEnding(AlertKind.WEATHER, act).orElseThrow();
        Content was = chain.current().content();
        Content content = new Content(
                AlertKind.WEATHER,
                template.name(),
                was.level(),
                chain.districts(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return machine.draft(act, Optional.of(chain.current().id()), content, hazard, JMA);
    }
}
