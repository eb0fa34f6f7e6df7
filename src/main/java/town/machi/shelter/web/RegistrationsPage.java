package town.machi.shelter.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import town.machi.shell.Template;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Person;

/// The households that left their registration with the town: found by name, to take back what they do not want there.
///
/// @param typed what was looked for; empty: nothing yet
record RegistrationsPage(OverviewPage.Notice notice, int count, String typed, List<Row> rows) implements Template {

    record Row(UUID id, String names, String address, String phone, Instant since) {

        static Row of(Household household) {
            String names = household.people().stream().map(Row::words).collect(Collectors.joining("・"));
            return new Row(household.id(), names, household.address(), household.phone(), household.issuedAt());
        }

        /// With what somebody on the telephone is asked to say.
        private static String words(Person person) {
            String name = person.name().isEmpty() ? person.kana() : person.name();
            return person.birth().isEmpty() ? name : name + "（" + person.birth() + "）";
        }
    }
}
