package town.machi.shell.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.shell.HomeTile;
import town.machi.shell.ShellProblem;

/// Answers a request that failed: a page for people, RFC 9457 JSON for programs. Both carry the
/// number under which the log has the rest; neither says anything about the inside of the program.
@Component
class FailureAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(FailureAnswers.class);

    private static final Pattern SECRET_SEGMENT =
            Pattern.compile("(?<=/)(?=[^/]*[0-9])([0-9A-Za-z_-]{6})[0-9A-Za-z_-]{6,}");

    private final Engine engine;
    private final Frames frames;
    private final JsonMapper json;

    FailureAnswers(Engine engine, Frames frames, JsonMapper json) {
        this.engine = engine;
        this.frames = frames;
        this.json = json;
    }

    void answer(Failure failure, @Nullable Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var incident = HexFormat.of()
                .withUpperCase()
                .toHexDigits(ThreadLocalRandom.current().nextInt());
        log(failure, thrown, incident, request);
        response.resetBuffer();
        response.setStatus(failure.problem().status());
        response.setHeader("Cache-Control", "no-store");
        if (failure.problem().status() == 503 || failure.problem().status() == 429) {
            response.setHeader("Retry-After", "30");
        }
        var frame = frames.plain(request);
        var sentence = frame.t(failure.problem().key(), failure.args().toArray());
        if (wantsJson(request)) {
            writeJson(failure, sentence, incident, request, response);
        } else {
            var page = pageOf(failure, sentence, incident, request);
            new TemplateView(page, engine, frames).write(frame, request, response);
        }
    }

    private ErrorPage pageOf(Failure failure, String sentence, String incident, HttpServletRequest request) {
        var status = failure.problem().status();
        var office = request.getRequestURI().startsWith("/office");
        var doors = status == 404 && !office ? frames.doors(request) : List.<HomeTile.Tile>of();
        return new ErrorPage(failure.problem(), sentence, incident, KeptForms.of(request, status), office, doors);
    }

    private void writeJson(
            Failure failure, String sentence, String incident, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:machi:problem:" + failure.problem().code());
        body.put("title", sentence);
        body.put("status", failure.problem().status());
        body.put("code", failure.problem().code());
        body.put("instance", request.getRequestURI());
        body.put("incident", incident);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return request.getRequestURI().startsWith("/api/")
                || accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    /// The path without its query: queries can hold what somebody typed. Numbers that open a draft are
    /// cut short. While the database is away, one line for each request is enough.
    private static void log(Failure failure, @Nullable Throwable thrown, String incident, HttpServletRequest request) {
        var path = SECRET_SEGMENT.matcher(request.getRequestURI()).replaceAll("$1…");
        var line = "%s %s %s %s".formatted(incident, failure.problem().code(), request.getMethod(), path);
        if (!failure.isOurs()) {
            LOG.info(line);
        } else if (thrown == null) {
            LOG.error(line);
        } else if (failure.problem() == ShellProblem.BUSY) {
            LOG.warn("{} {}", line, inside(thrown).getClass().getSimpleName());
        } else {
            LOG.error(line, new WithoutValues(inside(thrown)));
        }
    }

    private static Throwable inside(Throwable thrown) {
        var cause = thrown.getCause();
        return thrown instanceof ServletException && cause != null ? cause : thrown;
    }
}
