package town.machi.bench;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import town.machi.demo.DemoAccount;

/// Somebody with a browser: keeps cookies, sends forms with their hidden fields, follows where it is led.
final class Visitor implements Closeable {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern COOKIE = Pattern.compile("(?mi)^Set-Cookie: ([^=]+)=([^;\n]*)");
    private static final Pattern LOCATION = Pattern.compile("(?mi)^Location: (?:https?://[^/]+)?(/\\S*)");

    private final int port;
    private Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String path = "/";

    Visitor(int port) throws IOException {
        this.port = port;
        wire = new Wire("localhost", port);
    }

    /// Goes on by another connection: the town hangs up after a pause, or after a hundred requests.
    void comeBack() throws IOException {
        wire.close();
        wire = new Wire("localhost", port);
    }

    /// Where the visitor stands now.
    String path() {
        return path;
    }

    String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    void signIn(DemoAccount clerk) throws Exception {
        String page = open("/office/sign-in");
        page = send(
                page,
                "/office/sign-in",
                Map.of("mail", clerk.member().mail(), "password", clerk.password()));
        var key = new SecretKeySpec(new Base32().decode(clerk.totpSecret()), "HmacSHA1");
        String code = new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, Instant.now());
        send(page, path.replaceAll("\\?.*", ""), Map.of("code", code));
        if (path.startsWith("/office/sign-in")) {
            throw new IllegalStateException("the clerk could not sign in");
        }
    }

    /// Of a page that is asked for so often, after it has been for a while.
    double medianMillis(String page, int perSecond) throws Exception {
        String header = "Accept: text/html\r\nCookie: " + cookies() + "\r\n";
        Load.Act act = (line, _) -> line.get(page, header).status();
        Load.steady("localhost", port, 2, perSecond, Duration.ofSeconds(8), act);
        Load.Outcome outcome = Load.steady("localhost", port, 2, perSecond, Duration.ofSeconds(10), act);
        if (outcome.failed() > 0) {
            throw new IllegalStateException(outcome.failed() + " of " + page + " failed");
        }
        return outcome.milliseconds(0.5);
    }

    String open(String to) throws IOException {
        return followed(to, wire.get(to, header()));
    }

    /// Sends a form of a page that is open, with its hidden fields.
    String send(String page, String to, Map<String, String> typed) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        fields.putAll(typed);
        byte[] body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        return followed(to, wire.post(to, "application/x-www-form-urlencoded", body, header()));
    }

    private String followed(String from, Wire.Reply reply) throws IOException {
        Wire.Reply last = reply;
        path = from;
        for (int steps = 0; steps < 10; steps++) {
            Matcher cookie = COOKIE.matcher(last.headers());
            while (cookie.find()) {
                cookies.put(cookie.group(1), cookie.group(2));
            }
            Matcher location = LOCATION.matcher(last.headers());
            if (last.status() < 300 || last.status() >= 400 || !location.find()) {
                break;
            }
            path = location.group(1);
            last = wire.get(path, header());
        }
        if (last.status() != 200) {
            throw new IOException(path + " answered " + last.status());
        }
        return last.text();
    }

    private String header() {
        return "Accept: text/html\r\n" + (cookies.isEmpty() ? "" : "Cookie: " + cookies() + "\r\n");
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
