package town.machi.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import town.machi.messaging.line.WebhookInbox;

/// Where LINE tells what friends say: `POST /line/webhook`.
@Controller
class LineWebhook {

    private static final int LARGEST_BYTES = 1024 * 1024;

    private final WebhookInbox inbox;

    LineWebhook(WebhookInbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/line/webhook")
    ResponseEntity<Void> take(
            HttpServletRequest request,
            @RequestHeader(name = "x-line-signature", required = false) @Nullable String signature)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BYTES + 1);
        if (body.length > LARGEST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return switch (inbox.take(body, signature)) {
            case TAKEN -> ResponseEntity.ok().build();
            case WRONG_SIGNATURE ->
                ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
            case NO_JSON -> ResponseEntity.badRequest().build();
        };
    }
}
