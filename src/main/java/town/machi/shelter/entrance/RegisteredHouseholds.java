package town.machi.shelter.entrance;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.jdbc.RegistrationRows;

/// The households that registered at home, as the desks have them: a desk finds people among them. Who must not be
/// found is brought in by the household's own code, and stands on no list.
@Component
public class RegisteredHouseholds {

    private final RegistrationRows rows;
    private final Editions<UUID, Household> editions = new Editions<>();

    RegisteredHouseholds(RegistrationRows rows) {
        this.rows = rows;
    }

    /// What a desk has to change in its copy.
    ///
    /// @param known the edition that it has; null: none
    public Editions.Change<UUID, Household> since(@Nullable String known) {
        if (!String.valueOf(rows.version()).equals(editions.edition())) {
            RegistrationRows.Registered now = rows.registered();
            Map<UUID, Household> households = now.households().stream()
                    .filter(household -> !household.choices().secret())
                    .collect(Collectors.toMap(Household::id, household -> household));
            editions.publish(String.valueOf(now.version()), households);
        }
        return editions.since(known);
    }
}
