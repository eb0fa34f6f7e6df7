package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Jobs;
import town.machi.shelter.after.Aftermath;
import town.machi.shelter.after.Afterwards;
import town.machi.shelter.inquiry.Inquiries;
import town.machi.shelter.inquiry.Inquiry;
import town.machi.shelter.inquiry.Proof;
import town.machi.shelter.inquiry.Relation;

@DisplayName("決めた日に、名前が消える")
class ForgettingIntegrationTests extends ShelterRoom {

    private static final String NAME = "印付 忘代";
    private static final String KANA = "シルシツキ ワスヨ";
    private static final String PHONE = "0966000123";
    private static final String STREET = "芦北町大字忘却９９";

    @Autowired
    Afterwards afterwards;

    @Autowired
    Inquiries inquiries;

    @Autowired
    Jobs jobs;

    @Autowired
    Environment environment;

    private final UUID desk = new UUID(8, 8);

    private ShelterEvent arrival(OpeningId opening, UUID person, @Nullable String street, String phone) {
        var facts = new PersonFacts(person, Sex.F, 71, Set.of(Need.CARE), null, null, null, null, null, null);
        var personal = new ShelterEvent.Personal(
                street == null ? null : Map.of("address", street),
                Map.of(person, Map.of("name", NAME, "kana", KANA, "birth", "1955-04-01", "phone", phone)));
        var what = new Happening.Arrived(Happening.Way.TYPED, null, null, List.of(facts));
        return new ShelterEvent(ids.next(), desk, opening.value(), clock.instant(), what, personal);
    }

    private void append(ShelterEvent... events) {
        arrivals.append(new Arrivals.Batch(desk, clock.instant(), List.of(events)), chief);
    }

    private Disaster over(OpeningId opening) {
        int revision = shelters.findOpening(opening).orElseThrow().revision();
        openings.close(opening, Destination.HOME, null, revision, ids.next(), chief);
        openings.end(quake, ids.next(), chief);
        return shelters.listDisasters().stream()
                .filter(each -> each.id().equals(quake))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private Inquiry.Answer inquire() {
        var asker = new Inquiry.Asker("忘代の姉", STREET, PHONE, Relation.HOUSEHOLD, Proof.SEEN);
        var sought = new Inquiry.Sought(NAME, KANA, LocalDate.of(1955, 4, 1), "");
        return inquiries.ask(new Inquiry(ids.next(), quake, asker, sought, "連絡がとれない"), chief);
    }

    /// Every text of every table in the house, the audit and the stored files among them, and every file that the
    /// program wrote into its folder.
    private List<String> whereItStands(String... marks) throws IOException {
        List<String> found = new ArrayList<>(filesWith(marks));
        List<String> tables =
                db.sql("""
                        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                          AND has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'SELECT')
                        """).query((row, number) -> "" + row.getString(1)).list();
        for (String table : tables) {
            for (String mark : marks) {
                // What is stored as bytes is written as its hexadecimal digits.
                int rows = db.sql(
                                "SELECT count(*) FROM " + table + " t WHERE t::text LIKE :mark OR t::text LIKE :bytes")
                        .param("mark", "%" + mark + "%")
                        .param("bytes", "%" + HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8)) + "%")
                        .query(Integer.class)
                        .single();
                if (rows > 0) {
                    found.add(table + ": " + mark);
                }
            }
        }
        return found;
    }

    private List<String> filesWith(String... marks) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(environment.getRequiredProperty("machi.data")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                Stream.of(marks)
                        .filter(mark -> content.contains(
                                new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                        .forEach(mark -> found.add(file + ": " + mark));
            }
        }
        return found;
    }

    @Test
    @DisplayName("検査は、表に入ったファイルの中身も、フォルダーのファイルも見つける")
    void theScanFindsBytesAndFiles() throws IOException {
        String mark = "紛れた名前";
        Path planted = Path.of(environment.getRequiredProperty("machi.data"), "planted.csv");
        Files.createDirectories(planted.getParent());
        Files.writeString(planted, "氏名\n" + mark + "\n");
        assertThat(whereItStands(mark)).containsExactly(planted + ": " + mark);
        Files.delete(planted);
        OpeningId opening = open("鍵の避難所", Hazard.EARTHQUAKE);
        db.sql("INSERT INTO shelter.exchange_key (shelter_id, secret) VALUES (:shelter, :bytes)")
                .param(
                        "shelter",
                        shelters.findOpening(opening).orElseThrow().shelter().value())
                .param("bytes", (mark + "と三十二バイトになるまで").substring(0, 10).getBytes(StandardCharsets.UTF_8))
                .update();
        assertThat(whereItStands(mark)).containsExactly("shelter.exchange_key: " + mark);
    }

    @Test
    @DisplayName("台帳へ渡す名簿を書き出しても、町の側に写しは残らず、消したあとの書き出しには名前がない")
    void theLedgerLeavesNoCopy() throws IOException {
        OpeningId opening = open("台帳の避難所", Hazard.EARTHQUAKE);
        append(arrival(opening, ids.next(), STREET, PHONE));
        Disaster disaster = over(opening);
        assertThat(afterwards.export(quake, true, "xlsx", chief).toString()).contains(NAME, PHONE);
        List<String> before = whereItStands(NAME, PHONE);
        assertThat(before).isNotEmpty().noneMatch(each -> each.contains("file"));
        clock.advance(Duration.ofDays(30));
        afterwards.plan(disaster, today(), "", chief);
        jobs.runNow("shelter.forget-names");
        assertThat(afterwards.export(quake, true, "xlsx", chief).toString()).doesNotContain(NAME, PHONE, STREET);
        assertThat(whereItStands(NAME, PHONE, STREET)).isEmpty();
    }

    @Test
    @DisplayName("日が来た夜に消え、削除の記録と統計が残り、その人のものはどの表にも残らない")
    void gone() throws IOException {
        OpeningId opening = open("忘れの避難所", Hazard.EARTHQUAKE);
        UUID person = ids.next();
        append(arrival(opening, person, STREET, PHONE));
        assertThat(inquire().told()).isNotEmpty();
        Disaster disaster = over(opening);
        assertThat(whereItStands(NAME, KANA, PHONE, STREET)).isNotEmpty();
        assertThat(afterwards.plan(disaster, today().plusYears(5), "", chief)).isEmpty();

        jobs.runNow("shelter.forget-names");
        assertThat(afterwards.names(quake).all()).isEqualTo(1);

        clock.advance(Duration.ofDays(5 * 366));
        jobs.runNow("shelter.forget-names");
        jobs.runNow("shelter.forget-names");
        assertThat(whereItStands(NAME, KANA, PHONE, STREET, "忘代", "1955-04-01")).isEmpty();
        Aftermath.Deletion record = afterwards.findDeletion(quake).orElseThrow();
        assertThat(List.of(record.people(), record.events(), record.inquiries()))
                .containsExactly(1, 1, 1);
        assertThat(arrivals.find(person).orElseThrow().known().facts().age()).isEqualTo(71);
        assertThat(held.find(new town.machi.kernel.PersonKey(NAME, KANA, PHONE, null, Set.of())))
                .isEmpty();
    }

    @Test
    @DisplayName("決めるまで消えない。止める理由があれば、日が来ても消えない")
    void unsetAndHeld() {
        OpeningId opening = open("残す避難所", Hazard.EARTHQUAKE);
        append(arrival(opening, ids.next(), STREET, PHONE));
        Disaster disaster = over(opening);
        clock.advance(Duration.ofDays(4000));
        jobs.runNow("shelter.forget-names");
        assertThat(afterwards.names(quake).all()).isEqualTo(1);
        LocalDate day = today().minusDays(100);
        assertThat(afterwards.plan(disaster, day, "災害関連死の審査", chief)).isEmpty();
        jobs.runNow("shelter.forget-names");
        assertThat(afterwards.names(quake).all()).isEqualTo(1);
        assertThat(afterwards.findDeletion(quake)).isEmpty();
        assertThat(afterwards.plan(disaster, day, "", chief)).isEmpty();
        jobs.runNow("shelter.forget-names");
        assertThat(afterwards.names(quake).all()).isZero();
    }

    @Test
    @DisplayName("消したあとで目を覚ました受付の端末は、名前を戻せない。数は入る")
    void lateDeskBringsNothingBack() throws IOException {
        OpeningId opening = open("遅い避難所", Hazard.EARTHQUAKE);
        ShelterEvent sent = arrival(opening, ids.next(), STREET, PHONE);
        append(sent);
        ShelterEvent unsent = arrival(opening, ids.next(), STREET, PHONE);
        Disaster disaster = over(opening);
        clock.advance(Duration.ofDays(30));
        afterwards.plan(disaster, today(), "", chief);
        jobs.runNow("shelter.forget-names");
        append(sent, unsent);
        assertThat(whereItStands(NAME, KANA, PHONE, STREET)).isEmpty();
        assertThat(arrivals.since(opening, 0, 100))
                .filteredOn(each -> each.event().id().equals(unsent.id()))
                .hasSize(1)
                .allMatch(each -> each.event().personal().isEmpty());
    }

    @Test
    @DisplayName("消したあとの照会には何も答えず、たずねた人の名前も残らない")
    void lateInquiryLeavesNoName() throws IOException {
        OpeningId opening = open("照会の避難所", Hazard.EARTHQUAKE);
        append(arrival(opening, ids.next(), STREET, PHONE));
        Disaster disaster = over(opening);
        clock.advance(Duration.ofDays(30));
        afterwards.plan(disaster, today(), "", chief);
        jobs.runNow("shelter.forget-names");
        assertThat(inquire().told()).isEmpty();
        assertThat(whereItStands("忘代の姉", STREET, PHONE)).isEmpty();
    }

    @Test
    @DisplayName("次の災害でまた来た人は、そのとき言ったことだけが残る")
    void whatWasSaidLaterStays() throws IOException {
        OpeningId opening = open("先の避難所", Hazard.EARTHQUAKE);
        UUID person = ids.next();
        append(arrival(opening, person, STREET, PHONE));
        Disaster first = over(opening);
        DisasterId before = quake;
        clock.advance(Duration.ofDays(10));
        begin();
        OpeningId later = open("次の避難所", Hazard.EARTHQUAKE);
        append(arrival(later, person, null, "0966999888"));
        afterwards.plan(first, today(), "", chief);
        jobs.runNow("shelter.forget-names");
        assertThat(afterwards.findDeletion(before)).isPresent();
        Presence.Known known = arrivals.find(person).orElseThrow().known();
        assertThat(known.details()).containsEntry("name", NAME).containsEntry("phone", "0966999888");
        assertThat(known.householdDetails()).doesNotContainKey("address");
        assertThat(whereItStands(STREET, PHONE)).isEmpty();
        held.erase(new town.machi.kernel.PersonKey(NAME, null, null, null, Set.of()));
    }
}
