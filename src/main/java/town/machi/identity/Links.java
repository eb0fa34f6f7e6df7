package town.machi.identity;

import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.LinkRows;
import town.machi.kernel.StaffId;

/// One-time links: made, found by their secret, used once.
@Component
public class Links {

    private final LinkRows rows;
    private final RandomGenerator random;
    private final Clock clock;

    Links(LinkRows rows, RandomGenerator random, Clock clock) {
        this.rows = rows;
        this.random = random;
        this.clock = clock;
    }

    /// A new link with the secret that is never seen again.
    public record Issued(Secret secret, OneTimeLink link) {

        /// Where it leads, from the root of the site.
        public String path() {
            return PATH + secret.text();
        }
    }

    static final String PATH = "/office/welcome/";

    /// A new link in the place of the one that was open for the same person.
    ///
    /// @param staff null for the set-up
    Issued issue(LinkPurpose purpose, @Nullable StaffId staff) {
        var secret = Secret.generate(random);
        var now = clock.instant();
        var link = new OneTimeLink(secret.hash(), purpose, staff, now, now.plus(purpose.life()));
        rows.replace(link);
        return new Issued(secret, link);
    }

    /// The link behind what stands in the address line, while it is good.
    Optional<OneTimeLink> findOpen(String secret) {
        return rows.findOpen(new Secret(secret).hash(), clock.instant());
    }

    /// The open link of a person, to show until when it is good.
    public Optional<OneTimeLink> findOpenFor(StaffId staff) {
        return rows.findOpenFor(staff, clock.instant());
    }

    /// Uses it up; false where somebody was faster, or it grew too old meanwhile.
    boolean use(OneTimeLink link) {
        return rows.use(link.hash(), clock.instant());
    }

    void closeFor(StaffId staff) {
        rows.closeFor(staff);
    }
}
