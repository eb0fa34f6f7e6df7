package town.machi.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.Channel;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@RecordApplicationEvents
@DisplayName("職員が代わりに届け出る")
class OfficeFilingIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    TestStaff staff;

    @Autowired
    ApplicationEvents events;

    private Actor.Staff clerk;

    @BeforeEach
    void hire() {
        clerk = staff.add("受付 花子", "water", Role.RECEPTION);
    }

    private MockHttpServletResponse send(Actor.Staff who, String path, String... fields) throws Exception {
        var form = post(path).with(staff.signedIn(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return http.perform(form).andReturn().getResponse();
    }

    private MockHttpServletResponse open(Actor.Staff who, String path) throws Exception {
        return http.perform(get(path).with(staff.signedIn(who))).andReturn().getResponse();
    }

    private String begin(String channel) throws Exception {
        MockHttpServletResponse begun = send(clerk, "/office/file", "procedure", "water-start", "channel", channel);
        return Objects.requireNonNull(begun.getHeader("Location"));
    }

    @Test
    @DisplayName("電話で聞いた届出に、経路と入力した職員が残る")
    void channelAndTypistStay() throws Exception {
        String draft = begin("phone");
        assertThat(open(clerk, draft + "/where").getContentAsString()).contains("職員入力（電話）");
        send(clerk, draft + "/where", "place.area", "大字佐敷", "place.number", "424番地");
        send(clerk, draft + "/when", "startsOn", "2026-12-01", "presence", "none");
        send(clerk, draft + "/who", "holder", "person");
        send(clerk, draft + "/person", "user.family", "佐敷", "user.familyKana", "サシキ");
        send(clerk, draft + "/contact", "phone", "0966-82-2511");
        send(clerk, draft + "/pay", "payment", "slip", "billElsewhere", "here");
        assertThat(send(clerk, draft + "/send").getHeader("Location")).isEqualTo(draft + "/done");
        assertThat(open(clerk, draft + "/done").getContentAsString()).contains("受付番号");

        Filed.New filed = events.stream(Filed.New.class).findFirst().orElseThrow();
        assertThat(filed.channel()).isEqualTo(Channel.PHONE);
        assertThat(filed.typist()).isEqualTo("staff:" + clerk.id());
        assertThat(filed.answers().find("holder").orElseThrow().by()).isEqualTo("staff:" + clerk.id());
    }

    @Test
    @DisplayName("続けられるのは始めた職員だけ。町の人の入口からは開かない")
    void onlyTheTypistGoesOn() throws Exception {
        String draft = begin("counter");
        Actor.Staff other = staff.add("受付 次郎", "water", Role.RECEPTION);
        assertThat(open(other, draft + "/where").getStatus()).isEqualTo(403);
        String open = draft.replace("/office/file/", "/apply/");
        assertThat(http.perform(get(open + "/where")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("受付でも担当でもない職員と、受け付けていない経路は断る")
    void whoMayAndHow() throws Exception {
        Actor.Staff auditor = staff.add("監査 一", "", Role.AUDITOR);
        assertThat(open(auditor, "/office/file").getStatus()).isEqualTo(403);
        MockHttpServletResponse closed =
                send(clerk, "/office/file", "procedure", "disaster-certificate", "channel", "phone");
        assertThat(closed.getStatus()).isEqualTo(422);
    }
}
