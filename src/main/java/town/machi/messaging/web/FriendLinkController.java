package town.machi.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import town.machi.messaging.FriendLinks;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// Links that a LINE talk opens. Opening shows a button only: LINE itself and other programs look at links, and a link
/// works once.
@Controller
class FriendLinkController {

    private final FriendLinks links;

    FriendLinkController(FriendLinks links) {
        this.links = links;
    }

    @GetMapping("/line/open/{token}")
    FriendLinkPage open(@PathVariable String token) {
        return new FriendLinkPage(token, links.isOpen(token));
    }

    @PostMapping("/line/open/{token}")
    @Transactional
    public Reply follow(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Optional<FriendLinks.Followed> followed = links.follow(token);
        if (followed.isEmpty()) {
            return new FriendLinkPage(token, false);
        }
        ResponseCookie cookie = ResponseCookie.from(
                        FriendLinks.COOKIE, followed.get().visit())
                .path("/")
                .maxAge(FriendLinks.VISIT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
        return new Redirect(followed.get().path());
    }
}
