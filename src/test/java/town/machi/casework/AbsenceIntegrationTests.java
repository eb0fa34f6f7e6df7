package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.identity.Holding;
import town.machi.identity.jdbc.SeatRows;
import town.machi.kernel.Role;
import town.machi.kernel.Seat;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("不在にする日を入れる")
class AbsenceIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    SeatRows seats;

    @Test
    @DisplayName("読めない日は、入れたとおりに箱に残る")
    void keepsTheDays() throws Exception {
        clock.set("2026-11-24T10:00:00+09:00");
        var head = staff.add("泉 健太郎", "water", Role.DECIDER);
        Seat seat = Seat.ofCode("head@water");
        seats.sit(UUID.randomUUID(), new Holding(seat, head.staffId(), LocalDate.of(2026, 4, 1), Optional.empty()));
        MockHttpServletResponse answer = http.perform(post("/office/decisions/away")
                        .param("onceId", UUID.randomUUID().toString())
                        .param("from", "令和8年12月7日")
                        .param("until", "来週の金曜")
                        .with(staff.signedIn(head))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("value=\"令和8年12月7日\"", "value=\"来週の金曜\"", "<details class=\"disclosure\" open");
    }
}
