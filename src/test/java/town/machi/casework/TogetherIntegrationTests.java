package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.desk.Batch;
import town.machi.casework.desk.Handing;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("何人もが同時に")
class TogetherIntegrationTests {

    private static final int AT_ONCE = 8;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Batch batch;

    @Autowired
    Handing handing;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER);

    @BeforeEach
    void people() {
        clerk = staff.add("水野 澄子", "water", Role.HANDLER, Role.DECIDER);
    }

    @Test
    @DisplayName("同じ要求が8本同時に来ても、処理は一度だけで、全員に同じ結果が返る")
    void sameRequest() throws Exception {
        CaseId id = open();
        UUID request = UUID.randomUUID();
        List<ActOutcome> outcomes = together(_ -> cases.act(id, Move.of("accept", 1), request, clerk));
        assertThat(outcomes).hasSize(AT_ONCE).containsOnly(outcomes.getFirst());
        assertThat(outcomes.getFirst()).isInstanceOf(ActOutcome.Done.class);
        assertThat(moves(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("8人が同じ画面から別々に処理すると、一人だけが成り、ほかは変わったと知る")
    void sameRevision() throws Exception {
        CaseId id = open();
        List<ActOutcome> outcomes = together(_ -> cases.act(id, Move.of("accept", 1), UUID.randomUUID(), clerk));
        assertThat(outcomes).filteredOn(ActOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ActOutcome.Stale.class::isInstance).hasSize(AT_ONCE - 1);
        assertThat(moves(id)).isEqualTo(1);
    }

    @Test
    @DisplayName("同じ届け物が8本同時に来ても、案件は一つ")
    void samePackage() throws Exception {
        Filed.New filed = Parcels.filed("水野", "太郎");
        together(_ -> {
            events.publishEvent(filed);
            return new ActOutcome.NotFound();
        });
        assertThat(db.sql("SELECT count(*) FROM casework.case_file WHERE submission = :submission")
                        .param("submission", filed.submission())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("渡す側が二度押しても、一度だけ渡り、二度目も同じ答えが返る")
    void handOverTwice() throws Exception {
        CaseId id = open();
        UUID request = UUID.randomUUID();
        var to = new Handing.HandOver(Plans.RESIDENTS, "住民生活課の手続でした。", 1);
        List<ActOutcome> outcomes = together(_ -> handing.handOver(id, to, request, clerk));
        assertThat(outcomes).containsOnly(outcomes.getFirst());
        assertThat(cases.get(id).section()).isEqualTo(Plans.RESIDENTS);
    }

    @Test
    @DisplayName("まとめて処理は一件ずつ決まり、できないものがほかを止めない")
    void bulk() {
        CaseId good = open();
        CaseId stale = open();
        CaseId closed = open();
        cases.act(stale, Move.of("accept", 1), UUID.randomUUID(), clerk);
        cases.act(closed, Move.of("accept", 1), UUID.randomUUID(), clerk);
        cases.act(closed, Move.of("complete", 2), UUID.randomUUID(), clerk);
        UUID request = UUID.randomUUID();
        List<Batch.Ticked> ticked = List.of(
                new Batch.Ticked(stale, 1),
                new Batch.Ticked(new CaseId(UUID.randomUUID()), 1),
                new Batch.Ticked(closed, 3),
                new Batch.Ticked(good, 1));
        List<Batch.Result> results = batch.act(ticked, "accept", "", request, clerk);
        assertThat(results)
                .extracting(result -> result.outcome().getClass().getSimpleName())
                .containsExactly("Stale", "NotFound", "Refused", "Done");
        assertThat(batch.act(ticked, "accept", "", request, clerk).getLast()).isEqualTo(results.getLast());
        assertThat(moves(good)).isEqualTo(1);
    }

    private interface Attempt {
        ActOutcome make(int number);
    }

    private static List<ActOutcome> together(Attempt attempt) throws Exception {
        CyclicBarrier start = new CyclicBarrier(AT_ONCE);
        List<Callable<ActOutcome>> attempts = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int number = i;
            attempts.add(() -> {
                start.await();
                return attempt.make(number);
            });
        }
        List<ActOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<ActOutcome> each : threads.invokeAll(attempts)) {
                outcomes.add(each.get());
            }
        }
        return outcomes;
    }

    private CaseId open() {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
    }

    private long moves(CaseId id) {
        return cases.history(cases.get(id)).stream()
                .filter(event -> event.kind() == CaseEvent.Kind.MOVED)
                .count();
    }
}
