package town.machi.shelter.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.shell.Template;
import town.machi.shelter.HouseholdCode.Household;

/// The households that left their registration with the town: found by name, to take back what they do not want there.
///
/// @param typed what was looked for; empty: nothing yet
record RegistrationsPage(OverviewPage.Notice notice, int count, String typed, List<Row> rows) implements Template {

    record Row(UUID id, String names, String address, String phone, java.time.Instant since) {

        static Row of(Household household) {
            String names = household.people().stream()
                    .map(person -> person.name().isEmpty() ? person.kana() : person.name())
                    .collect(Collectors.joining("・"));
            return new Row(household.id(), names, household.address(), household.phone(), household.issuedAt());
        }
    }
}
