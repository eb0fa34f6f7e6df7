package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Jobs;
import town.machi.submission.Filed;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

/// A clerk and a head who keep and destroy, for the tests of 保存と廃棄.
abstract class KeepingDesk {

    /// Closed on 2026-11-24, kept for 5 years from 2027-04-01.
    static final String LAST_DAY = "2032-03-31T23:59:00+09:00";
    static final String PAST = "2032-04-01T09:00:00+09:00";
    static final String SHELF = "/office/keeping/water-start/water/2026";

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Jobs jobs;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER);
    Actor.Staff head = Plans.staff(Plans.WATER, Role.DECIDER);

    void begin() {
        clock.set(TestClock.START);
        db.sql("DELETE FROM casework.case_file").update();
        clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        head = staff.add("泉 健太郎", "water", Role.DECIDER, Role.HANDLER);
    }

    UUID propose(Map<String, String> fields) throws Exception {
        UUID id = UUID.randomUUID();
        assertThat(propose(id, fields).getStatus()).isEqualTo(303);
        return id;
    }

    MockHttpServletResponse propose(UUID id, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(SHELF).param("onceId", id.toString()).param("reason", "満了のため");
        fields.forEach(request::param);
        return send(clerk, request);
    }

    MockHttpServletResponse hold(Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/office/keeping/holds").param("onceId", UUID.randomUUID().toString());
        fields.forEach(request::param);
        return send(clerk, request);
    }

    static String record(UUID id) {
        return "/office/keeping/disposals/" + id;
    }

    Filed.New open(String family, String given) {
        Filed.New filed = Parcels.filed(family, given);
        events.publishEvent(filed);
        return filed;
    }

    Filed.New closed(String family, String given) {
        Filed.New filed = open(family, given);
        CaseId id = new CaseId(id(filed));
        cases.act(id, Move.of("accept", 1), UUID.randomUUID(), clerk);
        cases.act(id, Move.of("complete", 2), UUID.randomUUID(), clerk);
        assertThat(cases.get(id).state().isClosed()).isTrue();
        return filed;
    }

    UUID id(Filed.New filed) {
        return db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single();
    }

    int left(Filed.New... filed) {
        return db.sql("SELECT count(*) FROM casework.case_file WHERE submission = ANY (:submissions)")
                .param(
                        "submissions",
                        Arrays.stream(filed).map(Filed.New::submission).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    String page(Actor.Staff who, String path) throws Exception {
        MockHttpServletResponse response = send(who, get(path));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }

    String text(Actor.Staff who, String path) throws Exception {
        return send(who, get(path)).getContentAsString(StandardCharsets.UTF_8);
    }

    MockHttpServletResponse send(Actor.Staff who, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    /// What two people do, and the job after them.
    UUID destroyAll() throws Exception {
        UUID id = propose(Map.of("all", "yes"));
        destroy(id);
        return id;
    }

    void destroy(UUID id) throws Exception {
        send(head, post(record(id) + "/approve"));
        jobs.runNow("casework.destroy-one", id.toString());
    }
}
