package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import town.machi.shelter.entrance.RegisteredHouseholds;
import town.machi.shelter.entrance.Sync;
import town.machi.shelter.entrance.WallVisit;
import town.machi.shelter.jdbc.DeskPackageRows;

/// Our answers to a desk, as JSON.
@Component
class DeskReplies {

    private final DeskPackages packages;
    private final ObjectProvider<RegisteredHouseholds> registered;
    private final Messages messages;

    DeskReplies(DeskPackages packages, ObjectProvider<RegisteredHouseholds> registered, Messages messages) {
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
            Devices.@Nullable Renewal opens,
            List<Devices.Renewal> renewals,
            DeskPackages.Packed packed) {}

    /// @param version tells whether there is a newer one
    record Registered(long version, List<Household> households) {}

    record Refused(@Nullable String event, String sentence) {}

    /// @param seq its number in the log
    record Told(long seq, JsonNode event) {}

    /// Somebody who is on the way here.
    record Expected(UUID person, Presence.Known known, Instant since) {}

    /// @param forgotten openings whose names were taken away: the desk lets its records of them go
    /// @param packed only when the desk has another
    /// @param registered only when the desk has others
    record SyncReply(
            Instant now,
            long offsetMillis,
            Instant leaseUntil,
            List<Devices.Renewal> renewals,
            Set<UUID> taken,
            List<Refused> refused,
            @Nullable UUID opening,
            long cursor,
            List<Told> heard,
            boolean more,
            List<Expected> expected,
            List<DeskPackageRows.Elsewhere> elsewhere,
            List<WallVisit> waiting,
            List<UUID> forgotten,
            DeskPackages.@Nullable Packed packed,
            @Nullable Registered registered) {}

    EnterReply entered(Devices.Entered entered) {
        DeskDevice desk = entered.desk();
        return new EnterReply(
                desk.id(),
                desk.number(),
                entered.token(),
                desk.enrolledAt(),
                desk.leaseUntil(),
                entered.opens(),
                entered.renewals(),
                packages.packageFor(desk));
    }

    SyncReply heard(Sync.Heard heard, @Nullable String packed, @Nullable Long known) {
        DeskPackages.Packed newest = heard.packed();
        return new SyncReply(
                heard.now(),
                heard.offsetMillis(),
                heard.leaseUntil(),
                heard.renewals(),
                heard.taken(),
                heard.refused().stream().map(this::refused).toList(),
                heard.opening(),
                heard.cursor(),
                heard.heard().stream().map(DeskReplies::told).toList(),
                heard.more(),
                heard.expected().stream()
                        .map(each -> new Expected(
                                each.person(), each.known(), each.times().since()))
                        .toList(),
                heard.elsewhere(),
                heard.waiting(),
                heard.forgotten(),
                newest.version().equals(packed) ? null : newest,
                registered(known));
    }

    private Refused refused(Sync.Refused refused) {
        return new Refused(refused.event(), messages.in(Language.JA).get(refused.refusal()));
    }

    private static Told told(Arrivals.Logged logged) {
        return new Told(logged.seq(), EventsJson.write(logged.event()));
    }

    /// Who must not be found is brought in by the household's own code, and stands on no list.
    private @Nullable Registered registered(@Nullable Long known) {
        RegisteredHouseholds households = registered.getIfAvailable();
        if (households == null || Objects.equals(households.version(), known)) {
            return null;
        }
        List<Household> all = households.list().stream()
                .filter(household -> !household.choices().secret())
                .toList();
        return new Registered(households.version(), all);
    }
}
