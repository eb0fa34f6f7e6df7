package town.machi.submission;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/// A resident with a browser that has no JavaScript: keeps cookies for their paths, sends the hidden fields of the
/// last page with each form, follows redirects.
final class Resident {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern NUMBER = Pattern.compile("receipt__number figures\">([^<]+)<");
    private static final Pattern PASSCODE = Pattern.compile("receipt__passcode figures\">(\\d{6})<");

    private final MockMvc http;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String page = "";
    String path = "";
    int status;

    Resident(MockMvc http) {
        this.http = http;
    }

    /// The same person with another window on the same page.
    Resident twin() {
        Resident twin = new Resident(http);
        twin.cookies.putAll(cookies);
        twin.page = page;
        twin.path = path;
        return twin;
    }

    /// A cookie that the town never gave.
    void take(Cookie made) {
        cookies.put(made.getName() + "@/", made);
    }

    String page() {
        return page;
    }

    Resident open(String address) throws Exception {
        return follow(send(get(java.net.URI.create(address)), address), address);
    }

    /// Posts to the page's own address.
    Resident answer(String... fields) throws Exception {
        return submit(path, fields);
    }

    /// @param fields name, value, name, value …
    Resident submit(String address, String... fields) throws Exception {
        return follow(post(address, fields), address);
    }

    MockHttpServletResponse post(String address, String... fields) throws Exception {
        var form = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                        java.net.URI.create(address))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        fill(form, address, fields);
        return send(form, address);
    }

    Resident attach(String box, String name, byte[] bytes, String... fields) throws Exception {
        var form = multipart(java.net.URI.create(path))
                .file(new MockMultipartFile(box, name, "application/octet-stream", bytes));
        fill(form, path, fields);
        return follow(send(form, path), path);
    }

    private void fill(AbstractMockHttpServletRequestBuilder<?> form, String address, String... fields) {
        Matcher hidden = HIDDEN.matcher(formTo(address));
        while (hidden.find()) {
            form.param(hidden.group(1), hidden.group(2));
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
    }

    /// What stands in the page's form to that address; the whole page, where it has none.
    private String formTo(String address) {
        int action = page.indexOf("action=\"" + address.replace("&", "&amp;") + "\"");
        int end = page.indexOf("</form>", Math.max(action, 0));
        return action < 0 || end < 0 ? page : page.substring(action, end);
    }

    private Resident follow(MockHttpServletResponse response, String address) throws Exception {
        if (response.getStatus() == 303) {
            return open(Objects.requireNonNull(response.getHeader("Location")));
        }
        status = response.getStatus();
        page = response.getContentAsString();
        int query = address.indexOf('?');
        path = query < 0 ? address : address.substring(0, query);
        return this;
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, String address)
            throws Exception {
        Cookie[] own = cookies.values().stream()
                .filter(cookie -> cookie.getPath() == null || address.startsWith(cookie.getPath()))
                .toArray(Cookie[]::new);
        if (own.length > 0) {
            request.cookie(own);
        }
        request.header("Accept-Language", "ja");
        MockHttpServletResponse response = http.perform(request).andReturn().getResponse();
        for (Cookie cookie : response.getCookies()) {
            String key = cookie.getName() + "@" + cookie.getPath();
            if (cookie.getMaxAge() == 0) {
                cookies.remove(key);
            } else {
                cookies.put(key, cookie);
            }
        }
        return response;
    }

    String number() {
        return find(NUMBER);
    }

    String passcode() {
        return find(PASSCODE);
    }

    private String find(Pattern pattern) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("not on the page " + path + " (" + status + "): " + pattern + "\n" + page);
        }
        return matcher.group(1);
    }
}
