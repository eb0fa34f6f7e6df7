package town.machi.messaging;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import town.machi.messaging.jdbc.FriendLinkRows;
import town.machi.messaging.line.UserHash;
import town.machi.platform.Town;

/// From the talk to the town's own pages and back: name, address and telephone are asked there and never on LINE.
///
/// A link opened from the talk says once which friend opens it. Whoever follows it is a visitor for two hours; what
/// they
/// file in that time can be tied to the friend, so that receipts and notices may go to LINE.
///
/// Source: 政府機関・地方公共団体等における業務でのLINE利用状況調査を踏まえた今後のLINEサービス等の利用の際の考え方
/// (ガイドライン), 2021-04-30.
@Component
public class FriendLinks {

    /// The visitor's cookie.
    public static final String COOKIE = "line";

    public static final Duration VISIT = Duration.ofHours(2);

    private static final Duration LINK_LIVES = Duration.ofHours(1);
    private static final int TOKEN_BYTES = 32;

    private final FriendLinkRows rows;
    private final Town town;
    private final Clock clock;
    private final RandomGenerator random;

    FriendLinks(FriendLinkRows rows, Town town, Clock clock, RandomGenerator random) {
        this.rows = rows;
        this.town = town;
        this.clock = clock;
        this.random = random;
    }

    /// A new link for this friend to a page of the town; it works once, within an hour.
    ///
    /// @param path begins with one `/`
    public URI open(FriendId friend, String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("not a path of this program: " + path);
        }
        String token = newToken();
        rows.insertLink(UserHash.of(token), friend, path, clock.instant().plus(LINK_LIVES));
        return town.baseUri().resolve("/line/open/" + token);
    }

    /// What came of following a link.
    ///
    /// @param visit for the cookie
    /// @param path where to go
    public record Followed(String visit, String path) {}

    /// Whether the link would still open.
    public boolean isOpen(String token) {
        return rows.isOpen(UserHash.of(token), clock.instant());
    }

    /// Uses the link up.
    ///
    /// @return empty when it was used before, is too old, or is none
    public Optional<Followed> follow(String token) {
        Instant now = clock.instant();
        return rows.use(UserHash.of(token), now).map(link -> {
            String visit = newToken();
            rows.insertVisit(UserHash.of(visit), link.friend(), now.plus(VISIT));
            return new Followed(visit, link.path());
        });
    }

    /// The friend whose link this browser has followed.
    public Optional<FriendId> findVisitor(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : rows.findVisitor(UserHash.of(cookie.getValue()), clock.instant());
    }

    /// Ties what the town holds to the friend: `submission:<uuid>`. Twice is once.
    public void tie(FriendId friend, String subject) {
        rows.tie(friend, subject, clock.instant());
    }

    /// What is tied to the friend, the newest first.
    public List<String> listTied(FriendId friend) {
        return rows.listTied(friend);
    }

    /// The friend to whom it is tied.
    public Optional<FriendId> findTied(String subject) {
        return rows.findTied(subject);
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
