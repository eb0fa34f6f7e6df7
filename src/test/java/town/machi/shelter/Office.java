package town.machi.shelter;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.support.TestStaff;

/// The office's pages, as a member of staff opens and sends them.
@TestComponent
public class Office {

    private final MockMvc http;
    private final TestStaff staff;

    Office(MockMvc http, TestStaff staff) {
        this.http = http;
        this.staff = staff;
    }

    public MockHttpServletResponse look(Actor.Staff who, String path) throws Exception {
        return http.perform(get(path).with(staff.signedIn(who))).andReturn().getResponse();
    }

    /// @param fields names and values by turns
    public MockHttpServletResponse send(Actor.Staff who, String path, String... fields) throws Exception {
        var form = post(path).with(staff.signedIn(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return http.perform(form).andReturn().getResponse();
    }
}
