package town.machi.submission;

import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.ReceiptNumber.Series;
import town.machi.platform.Zone;

/// New receipt numbers. Two zones do not ask each other, so each has a series of its own.
@Component
public class ReceiptNumbers {

    private final RandomGenerator random;
    private final Zone zone;

    ReceiptNumbers(RandomGenerator random, Zone zone) {
        this.random = random;
        this.zone = zone;
    }

    public ReceiptNumber next() {
        return ReceiptNumber.generate(random, series(zone));
    }

    /// Whether the other zone gave it out: what was filed at the counter, for those who ask on the internet.
    public boolean isPartners(ReceiptNumber number) {
        return zone.isCut() && number.isOf(series(zone.partner()));
    }

    private static Series series(Zone zone) {
        return switch (zone) {
            case WHOLE -> Series.ANY;
            case PUBLIC -> Series.FIRST;
            case INNER -> Series.SECOND;
        };
    }
}
