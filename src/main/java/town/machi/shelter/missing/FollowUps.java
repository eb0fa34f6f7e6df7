package town.machi.shelter.missing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Kana;
import town.machi.kernel.Refusal;
import town.machi.platform.Ids;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.jdbc.FollowUpRows;
import town.machi.shelter.jdbc.SupportedRows;

/// Those on the 避難行動要支援者名簿 against those in the shelters: who is missing, who was called, who is safe.
@Component
public class FollowUps {

    private static final int LONGEST = 200;

    private final SupportedRows people;
    private final FollowUpRows rows;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    FollowUps(SupportedRows people, FollowUpRows rows, AuditTrail audit, Ids ids, Clock clock) {
        this.people = people;
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// What somebody said on the telephone or at the door.
    ///
    /// @param id made by whoever asks: the same twice is noted once
    public record Said(
            UUID id, UUID supported, FollowUp.Kind kind, FollowUp.@Nullable Place place, String toldBy, String words) {}

    /// Where everybody on the list is; a drill knows only those who consented. Noted as read.
    ///
    /// @param secret whether those in the shelters who must not be found may be proposed, too
    @Transactional
    public List<Whereabouts> look(Disaster disaster, boolean secret, String how, Actor by) {
        audit.record(AuditEntry.done(by, AuditAction.READ, disaster.id().subject(), "supported:" + how));
        List<Standing> near = rows.near(disaster.id());
        Map<String, List<Standing>> byKana = near.stream()
                .filter(each -> secret || !each.isSecret())
                .filter(each -> each.known().details().containsKey("kana"))
                .collect(Collectors.groupingBy(
                        each -> Kana.searchKey(each.known().details().get("kana"))));
        Map<UUID, Standing> byId =
                near.stream().collect(Collectors.toMap(Standing::person, each -> each, (one, other) -> one));
        Map<UUID, List<Match>> matches =
                rows.matches(disaster.id()).stream().collect(Collectors.groupingBy(Match::supported));
        Map<UUID, List<FollowUp>> words =
                rows.words(disaster.id()).stream().collect(Collectors.groupingBy(FollowUp::supported));
        return people.all(disaster.drill()).stream()
                .map(person -> {
                    List<Match> looked = matches.getOrDefault(person.id(), List.of());
                    return Whereabouts.of(
                            person,
                            candidates(byKana.getOrDefault(person.kanaKey(), List.of()), looked, byId),
                            looked,
                            words.getOrDefault(person.id(), List.of()));
                })
                .toList();
    }

    private static List<Standing> candidates(List<Standing> sameKana, List<Match> looked, Map<UUID, Standing> byId) {
        Map<UUID, Standing> all = new HashMap<>();
        sameKana.forEach(each -> all.put(each.person(), each));
        looked.stream()
                .map(match -> byId.get(match.person()))
                .filter(each -> each != null)
                .forEach(each -> all.put(each.person(), each));
        return new ArrayList<>(all.values());
    }

    /// Notes what somebody said.
    ///
    /// @return why not
    @Transactional
    public Optional<Refusal> note(Disaster disaster, Said said, Actor.Staff by) {
        Optional<Refusal> refused = refuse(disaster, said);
        if (refused.isEmpty()) {
            write(disaster.id(), said, by);
        }
        return refused;
    }

    private Optional<Refusal> refuse(Disaster disaster, Said said) {
        boolean safe = said.kind() == FollowUp.Kind.SAFE;
        if (disaster.closedAt() != null) {
            return Optional.of(Refusal.of("shelter.refused.disaster-over"));
        }
        if (safe && (said.place() == null || said.toldBy().isBlank())) {
            return Optional.of(Refusal.of("shelter.refused.told-by"));
        }
        if (said.toldBy().length() > LONGEST || said.words().length() > LONGEST) {
            return Optional.of(Refusal.of("shelter.refused.too-long"));
        }
        return people.isOnList(said.supported(), disaster.drill())
                ? Optional.empty()
                : Optional.of(Refusal.of("shelter.refused.not-on-list"));
    }

    private void write(DisasterId disaster, Said said, Actor by) {
        var word = new FollowUp(
                said.id(),
                said.supported(),
                said.kind(),
                said.kind() == FollowUp.Kind.SAFE || said.kind() == FollowUp.Kind.HELP ? said.place() : null,
                said.toldBy().strip(),
                said.words().strip(),
                now(),
                by.id());
        if (rows.add(disaster, word)) {
            audit.record(AuditEntry.done(
                    by, AuditAction.WRITE, "shelter.supported:" + said.supported(), "said:" + said.kind()));
        }
    }

    /// Staff looked: somebody in the shelters is this person of the list, or is not; the last word counts.
    @Transactional
    public Optional<Refusal> settle(Disaster disaster, UUID supported, UUID person, boolean same, Actor.Staff by) {
        if (disaster.closedAt() != null) {
            return Optional.of(Refusal.of("shelter.refused.disaster-over"));
        }
        if (!people.isOnList(supported, disaster.drill())) {
            return Optional.of(Refusal.of("shelter.refused.not-on-list"));
        }
        rows.settle(disaster.id(), new Match(supported, person, same, now()), by);
        audit.record(AuditEntry.done(
                by, AuditAction.WRITE, "shelter.supported:" + supported, (same ? "is:" : "is-not:") + person));
        return Optional.empty();
    }

    /// Somebody called about a message: it is noted with everything of that kind that goes on.
    @Transactional
    public void called(UUID supported, boolean reached, boolean drill, Actor.Staff by) {
        if (people.isOnList(supported, drill)) {
            FollowUp.Kind kind = reached ? FollowUp.Kind.TOLD : FollowUp.Kind.NO_ANSWER;
            rows.open(drill)
                    .forEach(disaster -> write(disaster, new Said(ids.next(), supported, kind, null, "", ""), by));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
