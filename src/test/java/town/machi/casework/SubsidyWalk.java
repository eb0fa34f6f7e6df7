package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.grant.Granting;
import town.machi.casework.grant.Transfers;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Role;
import town.machi.platform.Settings;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;
import town.machi.support.TestStaff;

/// A 補助金 on its way, as a clerk takes it there.
final class SubsidyWalk {

    static final ProcedureName TANK = new ProcedureName("septic-tank");
    private static final LocalDate PAY_ON = LocalDate.of(2027, 3, 10);

    private final Rooms rooms;
    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final Actor.Staff clerk;

    private SubsidyWalk(Rooms rooms, ApplicationEventPublisher events, JdbcClient db, Actor.Staff clerk) {
        this.rooms = rooms;
        this.events = events;
        this.db = db;
        this.clerk = clerk;
    }

    /// With nobody's money there yet, by a clerk who may do all of it.
    static SubsidyWalk begin(Rooms rooms, ApplicationEventPublisher events, JdbcClient db, TestStaff staff) {
        List.of("transfer", "grant_money", "case_file")
                .forEach(table -> db.sql("DELETE FROM casework." + table).update());
        return new SubsidyWalk(rooms, events, db, staff.add("水野 澄子", "water", Role.HANDLER, Role.DECIDER));
    }

    Actor.Staff clerk() {
        return clerk;
    }

    record Rooms(Cases cases, Grants grants, Granting granting, Transfers transfers, Settings settings) {}

    boolean granted(CaseId id) {
        try {
            return tryAct(id, "grant", "") instanceof ActOutcome.Done;
        } catch (ProblemException lost) {
            return false;
        }
    }

    CaseId deciding(Filed.New filed, String yen) {
        CaseId id = caseOf(filed);
        act(id, "accept", "");
        act(id, "propose", "");
        rooms.granting().propose(id, yen, UUID.randomUUID(), clerk);
        return id;
    }

    CaseId paying(Filed.New filed, String bank, String branch) {
        CaseId id = deciding(filed, "120000");
        act(id, "grant", "");
        report(filed, 2);
        act(id, "proposeFix", "");
        rooms.granting().propose(id, "100000", UUID.randomUUID(), clerk);
        act(id, "fix", "");
        claim(filed, 3, bank, branch);
        return id;
    }

    UUID make(CaseId id) {
        UUID run = UUID.randomUUID();
        assertThat(make(id, run)).isEqualTo(new Transfers.Making.Made(run));
        return run;
    }

    Transfers.Making make(CaseId id, UUID request) {
        return rooms.transfers().make(List.of(id), PAY_ON, request, clerk);
    }

    void export(UUID run) {
        assertThat(rooms.transfers().export(run, Transfer.Format.CSV, "", UUID.randomUUID(), clerk))
                .isEmpty();
    }

    void payFrom() {
        Map.of(
                        "consignor-code", "1234567890",
                        "consignor-name", "アシキタマチ",
                        "bank-code", "0175",
                        "bank-name", "レイ",
                        "branch-code", "001",
                        "branch-name", "レイ",
                        "number", "7654321")
                .forEach((name, value) -> rooms.settings().put("payment." + name, value, clerk));
    }

    Grant money(CaseId id) {
        return rooms.grants().find(rooms.cases().get(id)).map(GrantFile::grant).orElse(Grant.NONE);
    }

    void act(CaseId id, String act, String words) {
        assertThat(tryAct(id, act, words)).as(act).isInstanceOf(ActOutcome.Done.class);
    }

    ActOutcome tryAct(CaseId id, String act, String words) {
        Set<String> fields = act.equals("sendBack") ? Set.of("account") : Set.of();
        return rooms.cases()
                .act(id, new Move(act, rooms.cases().get(id).revision(), words, fields), UUID.randomUUID(), clerk);
    }

    void report(Filed.New filed, int sequence) {
        events.publishEvent(Parcels.correction(
                filed, sequence, Map.of("completed", "2027-02-20", "spent", "1100000", "photos[0]", "x")));
    }

    void claim(Filed.New filed, int sequence, String bank, String branch) {
        Map<String, String> account = new LinkedHashMap<>(Map.of(
                "account.bank", "肥後",
                "account.branch", "佐敷",
                "account.kind", "ordinary",
                "account.number", "0123456",
                "account.holder", "ヤマモト イチロウ"));
        account.put("account.bankCode", bank);
        account.put("account.branchCode", branch);
        events.publishEvent(Parcels.correction(filed, sequence, account));
    }

    static Filed.New file() {
        ProcedureSource source = Parcels.inTown("septic-tank");
        Map<String, String> answers = Map.of(
                "tank",
                "5",
                "applicant.family",
                "山本",
                "applicant.given",
                "一郎",
                "applicant.familyKana",
                "ヤマモト",
                "applicant.givenKana",
                "イチロウ");
        return new Filed.New(
                UUID.randomUUID(),
                1,
                Parcels.TUESDAY,
                ReceiptNumber.generate(new Random()),
                TANK,
                1,
                source.hash(),
                source,
                Parcels.answers(answers),
                List.of(),
                Channel.WEB,
                null,
                Language.JA,
                null,
                Set.of());
    }

    CaseId caseOf(Filed.New filed) {
        events.publishEvent(filed);
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
    }
}
