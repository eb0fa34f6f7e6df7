package town.machi.shelter;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Place;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.shelter.jdbc.ShelterRows;
import town.machi.support.MachiModuleTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

/// The room with the foundations alone, something going on, and shelters to open.
@MachiModuleTest
@RecordApplicationEvents
abstract class ShelterRoom {

    @Autowired
    Shelters shelters;

    @Autowired
    Openings openings;

    @Autowired
    Arrivals arrivals;

    @Autowired
    ShelterRows rows;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("evacuees")
    PersonalData held;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEvents published;

    Actor.Staff chief;
    DisasterId quake;

    @BeforeEach
    void begin() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
        var begun = openings.begin("地震", Set.of(Hazard.EARTHQUAKE), false, ids.next(), chief);
        quake = new DisasterId(((Openings.Outcome.Done) begun).id());
    }

    OpeningId open(String name, Hazard... hazards) {
        Shelter shelter = new Shelter(
                new ShelterId(ids.next()),
                new Shelter.NationalIds(null, null),
                name,
                new Shelter.Where("", "芦北町", new Place(32.3, 130.5)),
                ShelterKind.DESIGNATED,
                Set.of(hazards),
                100,
                true,
                new Shelter.House("", List.of(), null, "", "", "", ""));
        rows.insert(shelter, clock.instant());
        openings.prepare(quake, List.of(shelter.id()), "地震のため", ids.next(), chief);
        Opening opening = shelters.listLive().stream()
                .filter(each -> each.shelter().equals(shelter.id()))
                .findFirst()
                .orElseThrow();
        openings.open(opening.id(), Set.of(SafetyCheck.values()), 1, ids.next(), chief);
        return opening.id();
    }

    ShelterEvent event(OpeningId opening, UUID desk, Instant at, Happening what) {
        return ShelterEvent.of(ids.next(), desk, opening.value(), at, what);
    }
}
