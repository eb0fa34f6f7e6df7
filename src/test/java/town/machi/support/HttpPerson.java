package town.machi.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import town.machi.demo.DemoAccount;
import town.machi.identity.Totp;

/// Somebody at a running town with a browser that has no JavaScript: keeps cookies, sends the hidden fields of the
/// last page with each form, follows redirects.
public final class HttpPerson {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private String address;
    private String page = "";
    private String path = "/";
    private int status;

    /// @param address of the town, `http://localhost:41234`
    public HttpPerson(String address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /// The load balancer leads the same person to another node from now on.
    public HttpPerson ledTo(String otherAddress) {
        this.address = otherAddress;
        return this;
    }

    /// Of the node where the person is.
    public String address() {
        return address;
    }

    /// What the last page says.
    public String page() {
        return page;
    }

    /// Where the person stands, without a query.
    public String path() {
        return path;
    }

    public int status() {
        return status;
    }

    public HttpPerson open(String to) {
        return follow(send(request(to).GET()), to);
    }

    /// Posts to the page's own path.
    public HttpPerson answer(String... fields) {
        return submit(path, fields);
    }

    /// @param fields name, value, name, value …
    public HttpPerson submit(String to, String... fields) {
        HttpRequest.Builder request = request(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(to, fields)));
        return follow(send(request), to);
    }

    private String form(String to, String... fields) {
        List<String> pairs = new ArrayList<>();
        Matcher hidden = HIDDEN.matcher(formOnPage(to));
        while (hidden.find()) {
            if (!List.of(fields).contains(hidden.group(1))) {
                pairs.add(pair(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2))));
            }
        }
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(pair(fields[i], fields[i + 1]));
        }
        return String.join("&", pairs);
    }

    /// The first form that goes there; the whole page where none says so.
    private String formOnPage(String to) {
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            if (form.group(1).contains("action=\"" + to + "\"")) {
                return form.group(2);
            }
        }
        return page;
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// What the page says to the pattern's first group.
    public String find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("not on the page " + path + " (" + status + "): " + pattern + "\n" + page);
        }
        return HtmlUtils.htmlUnescape(matcher.group(1));
    }

    /// Hands in a file as the form's script does: the answer is a piece of the page.
    public HttpPerson upload(String to, String fileName, String type, byte[] content) {
        String boundary = "machi-" + UUID.randomUUID();
        String csrf = find("name=\"_csrf\" value=\"([^\"]+)\"");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(boundary, "name=\"_csrf\"", "text/plain"));
        body.writeBytes(csrf.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(part(boundary, "name=\"file\"; filename=\"" + fileName + "\"", type));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = request(to)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        status = send(request).statusCode();
        return this;
    }

    private static byte[] part(String boundary, String name, String type) {
        return ("\r\n--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Password, then the six digits. A code works once, so a second sign-in takes that of the next half minute.
    public HttpPerson signIn(DemoAccount account) {
        return signIn(account, Instant.now());
    }

    /// @param now as the town's clock has it
    public HttpPerson signIn(DemoAccount account, Instant now) {
        open("/office/sign-in");
        submit("/office/sign-in", "mail", account.member().mail(), "password", account.password());
        Totp totp = new Totp(account.totpSecret());
        long step = Totp.stepAt(now);
        answer("code", totp.codeAt(step));
        if (path.startsWith("/office/sign-in")) {
            answer("code", totp.codeAt(step + 1));
        }
        if (path.startsWith("/office/sign-in")) {
            throw new AssertionError("not signed in:\n" + page);
        }
        return this;
    }

    private HttpPerson follow(HttpResponse<String> response, String asked) {
        HttpResponse<String> last = response;
        String at = asked;
        while (last.statusCode() == 302 || last.statusCode() == 303) {
            URI next = URI.create(address + at)
                    .resolve(last.headers().firstValue("Location").orElseThrow());
            at = next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
            last = send(request(at).GET());
        }
        status = last.statusCode();
        page = last.body();
        path = at.replaceFirst("\\?.*", "");
        return this;
    }

    private HttpRequest.Builder request(String to) {
        return HttpRequest.newBuilder(URI.create(address + to))
                .timeout(PATIENCE)
                .header("Accept", "text/html,application/xhtml+xml,*/*")
                .header("Accept-Language", "ja");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
