package town.machi.shelter.entrance;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import town.machi.platform.Settings;

/// How long a desk may read its list without having heard of us, and how long a helper's card is good.
@Component
class LeaseTerms {

    private static final int STANDARD_LEASE_HOURS = 72;
    private static final int STANDARD_CARD_HOURS = 24;

    private final Settings settings;

    LeaseTerms(Settings settings) {
        this.settings = settings;
    }

    Duration lease() {
        return Duration.ofHours(settings.findNumber("shelter.lease-hours").orElse(STANDARD_LEASE_HOURS));
    }

    Duration card() {
        return Duration.ofHours(settings.findNumber("shelter.card-hours").orElse(STANDARD_CARD_HOURS));
    }

    Lease lease(DeskPass pass, Instant now) {
        return Lease.of(pass, now, lease());
    }
}
