package town.machi.alert.jalert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the J-ALERT receiver delivers. Both ways are shut until they are set.
///
/// @param key that the receiver shows over HTTP; empty: shut
/// @param folder where it lays files; empty: none
/// @param every how often the folder is looked at
@ConfigurationProperties("machi.jalert")
public record JalertProperties(
        @DefaultValue("") String key,
        @DefaultValue("") String folder,
        @DefaultValue("PT2S") Duration every) {

    /// The key opens the port; logs get nothing of it.
    @Override
    public String toString() {
        return "J-ALERT port";
    }
}
