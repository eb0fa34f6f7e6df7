package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.form.Answers;
import town.machi.form.Forms;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Role;
import town.machi.messaging.FriendId;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.Outbox;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.StatusWord;
import town.machi.submission.Submissions;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("届出から案件へ、案件から届出へ")
class CorridorIntegrationTests {

    @Autowired
    Submissions submissions;

    @Autowired
    Procedures procedures;

    @Autowired
    Forms forms;

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @Autowired
    FriendLinks links;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    @Autowired
    RandomGenerator random;

    @Test
    @DisplayName("届け出ると案件が開き、処理のたびに状況の言葉とメールが届く")
    void thereAndBack() {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        UUID id = file("水野", "太郎");
        CaseId caseId = caseOf(id);

        cases.act(caseId, new Move("sendBack", 1, "開始日を直してください。", Set.of("startsOn")), UUID.randomUUID(), clerk);
        assertThat(submissions.find(id).orElseThrow().standing().openFields()).containsExactly("startsOn");
        assertThat(correct(id, Map.of("startsOn", "2026-12-08"))).isEmpty();
        assertThat(submissions.find(id).orElseThrow().standing().openFields()).isEmpty();

        cases.act(caseId, Move.of("accept", 3), UUID.randomUUID(), clerk);
        cases.act(caseId, Move.of("complete", 4), UUID.randomUUID(), clerk);
        List<StatusWord> words = submissions.find(id).orElseThrow().standing().words();
        assertThat(words).extracting(StatusWord::revision).containsExactly(1, 2, 3, 4, 5);
        assertThat(words)
                .extracting(StatusWord::state)
                .containsExactly("received", "correcting", "received", "scheduled", "done");
        assertThat(words.get(1).message()).isEqualTo("開始日を直してください。");
        assertThat(words.getLast().closed()).isTrue();
        // The receipt, the send-back, the acceptance and the end; a correction is not told to who made it.
        assertThat(outbox.listAbout("submission:" + id)).hasSize(4);
    }

    @Test
    @DisplayName("LINEを選んだ人には、動きがLINEでも届く。役場の言葉そのものはLINEに出ない")
    void noticesOnLine() {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        UUID id = file("水野", "次郎");
        UUID friend = UUID.randomUUID();
        db.sql("""
                INSERT INTO messaging.friend (id, line_user_id, language, since)
                VALUES (:id, :user, 'ja', '2026-11-01T09:00:00+09:00')
                """).param("id", friend).param("user", "U" + friend).update();
        links.tie(new FriendId(friend), "submission:" + id);
        cases.act(caseOf(id), new Move("sendBack", 1, "秘密の言葉", Set.of("startsOn")), UUID.randomUUID(), clerk);
        String sent = db.sql("SELECT messages FROM messaging.push WHERE friend_id = :friend")
                .param("friend", friend)
                .query(String.class)
                .single();
        assertThat(sent).contains("動きがありました").contains("/track").doesNotContain("秘密の言葉");
    }

    @Test
    @DisplayName("どの順で何をしても、状況の言葉の番号は増え続け、最後の言葉は案件と同じことを言う")
    void wordsRise() {
        Actor.Staff clerk = staff.add("泉 健", "water", Role.HANDLER, Role.DECIDER);
        Random dice = new Random(7);
        for (int round = 0; round < 12; round++) {
            UUID id = file("歩", "任せ" + round);
            CaseId caseId = caseOf(id);
            for (int step = 0; step < 12; step++) {
                something(dice, id, caseId, clerk);
            }
            CaseFile file = cases.get(caseId);
            List<StatusWord> words =
                    submissions.find(id).orElseThrow().standing().words();
            List<Integer> revisions = words.stream().map(StatusWord::revision).toList();
            assertThat(revisions).isSorted().doesNotHaveDuplicates();
            assertThat(words.getLast().state()).isEqualTo(file.state().id());
            assertThat(words.getLast().closed()).isEqualTo(file.state().isClosed());
            assertThat(submissions.find(id).orElseThrow().standing().openFields())
                    .isEqualTo(file.state().fieldsOpen());
        }
    }

    @Test
    @DisplayName("一緒に届け出たものは、どちらからも関連として見える")
    void filedTogether() {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        submissions.submitAll(List.of(filing(one, "転", "居"), filing(two, "転", "居")));
        assertThat(new HashSet<>(List.of(linkedTo(one), linkedTo(two)))).containsExactlyInAnyOrder(one, two);
        assertThat(cases.find(caseOf(one), clerk, "open")).isPresent();
    }

    private void something(Random dice, UUID id, CaseId caseId, Actor.Staff clerk) {
        int revision = cases.get(caseId).revision() - (dice.nextInt(5) == 0 ? 1 : 0);
        UUID request = UUID.randomUUID();
        switch (dice.nextInt(8)) {
            case 0, 1 -> cases.act(caseId, Move.of("accept", revision), request, clerk);
            case 2, 3 ->
                cases.act(caseId, new Move("sendBack", revision, "直してください。", Set.of("startsOn")), request, clerk);
            case 4 -> cases.act(caseId, Move.of("complete", revision), request, clerk);
            case 5, 6 -> correct(id, Map.of("startsOn", "2026-12-0" + (1 + dice.nextInt(4))));
            default -> submissions.withdraw(id, request, new Actor.Resident(id.toString()));
        }
    }

    private Optional<?> correct(UUID id, Map<String, String> changed) {
        var file = submissions.find(id).orElseThrow();
        Answers answers = file.content().current();
        for (var entry : Parcels.answers(changed).byPath().entrySet()) {
            answers = answers.with(entry.getKey(), Map.of(entry.getKey(), entry.getValue()));
        }
        var journey = forms.open(published().definition(), file.owner()).journey(answers);
        return submissions.correct(id, UUID.randomUUID(), journey, new Actor.Resident(id.toString()));
    }

    private UUID file(String family, String given) {
        UUID id = UUID.randomUUID();
        assertThat(submissions.file(filing(id, family, given))).isInstanceOf(FilingOutcome.Accepted.class);
        return id;
    }

    private Filing filing(UUID id, String family, String given) {
        var sender =
                new Filing.Sender(new Actor.Resident(id.toString()), Channel.WEB, null, Language.JA, "taro@example.jp");
        Answers answers = Parcels.answers(Parcels.answers(family, given));
        return new Filing(id, null, ReceiptNumber.generate(random), published(), answers, sender);
    }

    private Published published() {
        return procedures.findPublished(new ProcedureName("water-start")).orElseThrow();
    }

    private CaseId caseOf(UUID submission) {
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .single());
    }

    private UUID linkedTo(UUID submission) {
        return db.sql(
                        "SELECT CASE WHEN one = :me THEN other ELSE one END FROM casework.link WHERE one = :me OR other = :me")
                .param("me", submission)
                .query(UUID.class)
                .single();
    }
}
