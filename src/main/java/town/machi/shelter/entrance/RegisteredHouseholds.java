package town.machi.shelter.entrance;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.jdbc.RegistrationRows;

/// The households that registered at home, as the desks have them: a desk finds people among them. Who must not be
/// found is brought in by the household's own code, and stands on no list. Whether the list changed is looked up a few
/// times a second for all desks, however many ask.
@Component
public class RegisteredHouseholds {

    private final RegistrationRows rows;
    private final Editions<UUID, Household> editions = new Editions<>();
    private final long pauseNanos;
    private volatile long lookAgainAt = System.nanoTime();
    private long newest = Long.MIN_VALUE;

    /// @param pause between two looks; a registration is found that much later at most
    RegisteredHouseholds(RegistrationRows rows, @Value("${machi.shelter.desk-pause:250ms}") Duration pause) {
        this.rows = rows;
        this.pauseNanos = pause.toNanos();
    }

    /// What a desk has to change in its copy.
    ///
    /// @param known the edition that it has; null: none
    public Editions.Change<UUID, Household> since(@Nullable String known) {
        long now = System.nanoTime();
        if (now - lookAgainAt >= 0 || isOfAnotherNode(known)) {
            look();
            lookAgainAt = now + pauseNanos;
        }
        return editions.since(known);
    }

    /// The desk is behind, or another node has shown it a newer list: a desk never goes back.
    private boolean isOfAnotherNode(@Nullable String known) {
        return known != null && !known.equals(editions.edition());
    }

    private void look() {
        if (!String.valueOf(rows.version()).equals(editions.edition())) {
            publish(rows.registered());
        }
    }

    /// Two that look at the same time may come here in the other order: the list does not go back.
    private synchronized void publish(RegistrationRows.Registered read) {
        if (read.version() > newest) {
            newest = read.version();
            Map<UUID, Household> households = read.households().stream()
                    .filter(household -> !household.choices().secret())
                    .collect(Collectors.toMap(Household::id, household -> household));
            editions.publish(String.valueOf(newest), households);
        }
    }
}
