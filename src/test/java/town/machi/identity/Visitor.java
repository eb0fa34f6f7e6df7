package town.machi.identity;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A browser without a screen: keeps its cookies, fills the hidden field of the last page into each form.
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvc http;
    private final String address;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String token = "";

    Visitor(MockMvc http, String address) {
        this.http = http;
        this.address = address;
    }

    /// The same cookies in another window.
    Visitor twin(MockMvc other) {
        var twin = new Visitor(other, address);
        twin.cookies.putAll(cookies);
        twin.token = token;
        return twin;
    }

    MockHttpServletResponse open(String path) throws Exception {
        return send(get(path));
    }

    /// @param fields name, value, name, value …
    MockHttpServletResponse submit(String path, String... fields) throws Exception {
        var form = post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).param("_csrf", token);
        for (var i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return send(form);
    }

    /// A form from another site: with the cookies, without the token.
    MockHttpServletResponse forge(String path, String... fields) throws Exception {
        var form = post(path);
        for (var i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return send(form);
    }

    String cookie(String name) {
        var cookie = cookies.get(name);
        return cookie == null ? "" : cookie.getValue();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        request.with(each -> {
            each.setRemoteAddr(address);
            return each;
        });
        var response = http.perform(request).andReturn().getResponse();
        for (var cookie : response.getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        var found = TOKEN.matcher(response.getContentAsString());
        if (found.find()) {
            token = found.group(1);
        }
        return response;
    }
}
