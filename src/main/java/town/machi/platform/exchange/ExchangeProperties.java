package town.machi.platform.exchange;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import town.machi.platform.Zone;

/// What the operator says of the cut (`MACHI_ZONE`, `MACHI_EXCHANGE_FOLDER`, …).
@ConfigurationProperties("machi")
record ExchangeProperties(
        @DefaultValue("whole") Zone zone, @DefaultValue Way exchange) {

    /// @param folder that both zones see: a shared folder, a USB stick, what a file gateway carries
    /// @param partner the file with the other zone's public key; empty: `exchange/partner.pub` in the data folder
    /// @param every the pause between two looks into the folder
    /// @param againAfter when a file that has not arrived and lies there no more is written again
    /// @param silentAfter when somebody should look why nothing comes from the other zone
    record Way(
            @DefaultValue("") String folder,
            @DefaultValue("") String partner,
            @DefaultValue("PT5S") Duration every,
            @DefaultValue("PT1H") Duration againAfter,
            @DefaultValue("P1D") Duration silentAfter) {}

    /// Where this zone's letters lie, and where those of the other one.
    Path outgoing() {
        return folder().resolve("to-" + zone.partner().word());
    }

    Path incoming() {
        return folder().resolve("to-" + zone.word());
    }

    Path folder() {
        return Path.of(exchange.folder()).toAbsolutePath().normalize();
    }
}
