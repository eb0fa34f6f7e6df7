package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.platform.files.TestPictures;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;
import town.machi.water.VisitReport.Pilot;
import town.machi.water.VisitReport.Result;
import town.machi.water.work.Photos;

@MachiTest(properties = "machi.demo=false")
@Import(Notices.class)
@DisplayName("班の仕事と精算にある個人の情報")
class WaterPersonIntegrationTests {

    private static final String PLANTED = "植木 見当子";

    @Autowired
    Notices notices;

    @Autowired
    WorkOrders works;

    @Autowired
    Photos photos;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    @Autowired
    List<PersonalData> rooms;

    @Test
    @DisplayName("訪問・写真・理由・精算にいる人が見つかり、開示でき、消せば水道のどの行にも、どのファイルにも残らない。ほかの人のものは残る")
    void foundShownAndForgotten() {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        UUID theirs = stopped("PLANT-1", PLANTED + "さんが猫の餌を片づけた", clerk);
        UUID neighbours = stopped("OTHER-1", "隣の人のことば", clerk);
        PersonalData water = rooms.stream()
                .filter(room -> room.room().equals("water"))
                .findFirst()
                .orElseThrow();
        PersonKey key = PersonKey.ofSubmission(theirs);

        assertThat(water.find(key)).hasSize(1);
        assertThat(water.export(key).getFirst().values().toString()).contains(PLANTED, "植木宅.jpg", "CPLANT-1", "112 m³");

        assertThat(water.erase(key)).isPositive();

        assertThat(water.find(key)).isEmpty();
        assertThat(everything()).doesNotContain(PLANTED, theirs.toString());
        assertThat(everything()).contains("隣の人のことば", neighbours.toString());
        assertThat(settled("CPLANT-1")).isZero();
        assertThat(settled("COTHER-1")).isOne();
        assertThat(db.sql("SELECT count(*) FROM water.visit")
                        .query(Integer.class)
                        .single())
                .as("what was done at the valve stays")
                .isEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM platform.file WHERE owner LIKE 'water.visit:%'")
                        .query(Integer.class)
                        .single())
                .as("the neighbour's photo stays")
                .isOne();
    }

    /// @return the submission
    private UUID stopped(String meter, String words, Actor.Staff clerk) {
        CaseId id = notices.filed(notices.point(meter), CasePoint.Kind.STOP, "");
        cases.act(id, Move.of("accept", 1), UUID.randomUUID(), clerk);
        WorkOrder order = works.findOfCase(id).orElseThrow();
        VisitReport report = new VisitReport(
                UUID.randomUUID(),
                Instant.parse("2026-12-01T01:00:00Z"),
                Result.DONE,
                new VisitReport.Meter(meter, 13, false, Pilot.NOT_LOOKED),
                Optional.of(MeterReading.of(112)),
                "植木宅.jpg",
                words,
                "");
        assertThat(works.report(order.id(), report, clerk)).isInstanceOf(VisitOutcome.Kept.class);
        assertThat(photos.attach(report.id(), new ByteArrayInputStream(TestPictures.jpegWithPlace()), "植木宅.jpg", clerk))
                .isEmpty();
        return cases.get(id).filing().submission();
    }

    private int settled(String customer) {
        return db.sql("SELECT count(*) FROM water.settlement WHERE customer_number = :number")
                .param("number", customer)
                .query(Integer.class)
                .single();
    }

    /// All rows of this room but the register's, as text.
    private String everything() {
        List<String> tables =
                db.sql("""
                        SELECT quote_ident(table_name) FROM information_schema.tables
                        WHERE table_schema = 'water' AND table_type = 'BASE TABLE'
                        """).query((row, index) -> row.getString(1)).list();
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
            all.append(db.sql("SELECT coalesce(string_agg(t::text, ' '), '') FROM water." + table + " t")
                    .query(String.class)
                    .single());
        }
        assertThat(Set.copyOf(tables)).contains("visit", "settlement", "hold", "meter_box");
        return all.toString();
    }
}
