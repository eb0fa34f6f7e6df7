package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import town.machi.kernel.Language;
import town.machi.shell.Messages;
import town.machi.shelter.Arrivals;
import town.machi.shelter.EventsJson;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.Presence;
import town.machi.shelter.entrance.DeskDevice;
import town.machi.shelter.entrance.DeskPackages;
import town.machi.shelter.entrance.Devices;
import town.machi.shelter.entrance.Editions;
import town.machi.shelter.entrance.Lease;
import town.machi.shelter.entrance.RegisteredHouseholds;
import town.machi.shelter.entrance.Sync;
import town.machi.shelter.entrance.WallVisit;

/// Our answers to a desk, as JSON.
@Component
class DeskReplies {

    private final DeskPackages packages;
    private final RegisteredHouseholds registered;
    private final Messages messages;

    DeskReplies(DeskPackages packages, RegisteredHouseholds registered, Messages messages) {
        this.packages = packages;
        this.registered = registered;
        this.messages = messages;
    }

    /// @param opens for a device that was this desk before: opens its store
    record EnterReply(
            UUID desk,
            int number,
            String token,
            Instant now,
            Instant leaseUntil,
            long leaseHours,
            @Nullable Instant cardUntil,
            Devices.@Nullable Renewal opens,
            List<Devices.Renewal> renewals,
            DeskPackages.Packed packed) {}

    /// What a desk has, by the names that we gave; null: nothing yet.
    record Has(
            @Nullable String packed,
            @Nullable String registered,
            @Nullable String elsewhere) {}

    record Refused(@Nullable String event, String sentence) {}

    /// @param seq its number in the log
    record Told(long seq, JsonNode event) {}

    /// Somebody who is on the way here, or was missed here.
    record Expected(UUID person, Presence.State state, Presence.Known known, Instant since) {}

    /// @param forgotten openings whose names were taken away: the desk lets its records of them go
    /// @param packed only when the desk has another
    /// @param registered what changed in the list of them, only when something did
    /// @param elsewhere the same of who is counted at another shelter: person → opening
    record SyncReply(
            Instant now,
            long offsetMillis,
            Instant leaseUntil,
            long leaseHours,
            @Nullable Instant cardUntil,
            List<Devices.Renewal> renewals,
            Set<UUID> taken,
            List<Refused> refused,
            @Nullable UUID opening,
            long cursor,
            List<Told> heard,
            boolean more,
            List<Expected> expected,
            List<WallVisit> waiting,
            List<UUID> forgotten,
            DeskPackages.@Nullable Packed packed,
            Editions.@Nullable Change<UUID, Household> registered,
            Editions.@Nullable Change<UUID, UUID> elsewhere) {}

    EnterReply entered(Devices.Entered entered, Instant now) {
        DeskDevice desk = entered.desk();
        Lease lease = entered.lease();
        return new EnterReply(
                desk.id(),
                desk.number(),
                entered.token(),
                now,
                lease.until(),
                lease.hours(),
                lease.cardUntil(),
                entered.opens(),
                entered.renewals(),
                packages.packageFor(desk));
    }

    SyncReply heard(Sync.Heard heard, Has has) {
        DeskPackages.Packed newest = heard.packed();
        return new SyncReply(
                heard.now(),
                heard.offsetMillis(),
                heard.lease().until(),
                heard.lease().hours(),
                heard.lease().cardUntil(),
                heard.renewals(),
                heard.taken(),
                heard.refused().stream().map(this::refused).toList(),
                heard.opening(),
                heard.cursor(),
                heard.heard().stream().map(DeskReplies::told).toList(),
                heard.more(),
                heard.expected().stream()
                        .map(each -> new Expected(
                                each.person(),
                                each.state(),
                                each.known(),
                                each.times().since()))
                        .toList(),
                heard.waiting(),
                heard.forgotten(),
                newest.version().equals(has.packed()) ? null : newest,
                some(registered.since(has.registered())),
                some(heard.elsewhere(has.elsewhere())));
    }

    private Refused refused(Sync.Refused refused) {
        return new Refused(refused.event(), messages.in(Language.JA).get(refused.refusal()));
    }

    private static Told told(Arrivals.Logged logged) {
        return new Told(logged.seq(), EventsJson.write(logged.event()));
    }

    private static <V> Editions.@Nullable Change<UUID, V> some(Editions.Change<UUID, V> change) {
        return change.isNothing() ? null : change;
    }
}
