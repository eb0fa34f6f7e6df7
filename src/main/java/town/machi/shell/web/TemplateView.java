package town.machi.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.View;
import town.machi.shell.Frame;
import town.machi.shell.Template;

/// Writes one page: HTML in UTF-8, kept by no cache unless the page says that it may be.
final class TemplateView implements View {

    private static final String HTML = "text/html;charset=UTF-8";

    private final Template page;
    private final Engine engine;
    private final Frames frames;

    TemplateView(Template page, Engine engine, Frames frames) {
        this.page = page;
        this.engine = engine;
        this.frames = frames;
    }

    @Override
    public String getContentType() {
        return HTML;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(frames.of(request), request, response);
    }

    void write(Frame frame, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var html = engine.render(page, frame).getBytes(StandardCharsets.UTF_8);
        var shared = page.caching() == Template.Caching.PUBLIC
                && page.status() == 200
                && !frame.csrf().used()
                && Languages.asked(request) == null;
        response.setStatus(page.status());
        response.setContentType(HTML);
        response.setHeader("Content-Language", frame.language().htmlLang());
        if (shared && isKnown(html, request, response)) {
            return;
        }
        if (!shared) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    /// Says that the page may be kept, and whether this reader has it already.
    private static boolean isKnown(byte[] html, HttpServletRequest request, HttpServletResponse response) {
        var tag = "W/\"" + DigestUtils.md5DigestAsHex(html) + "\"";
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60, stale-if-error=3600");
        response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
        response.setHeader(HttpHeaders.ETAG, tag);
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        return false;
    }
}
