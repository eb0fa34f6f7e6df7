package town.machi.platform;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON says times as people here read them: `2026-11-24T10:00:00+09:00`. Read is any offset.
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer timesInJapan() {
        return builder -> builder.addModule(new SimpleModule("machi times").addSerializer(new InstantInJapan()));
    }

    private static final class InstantInJapan extends StdSerializer<Instant> {

        InstantInJapan() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value.atZone(PlatformConfiguration.TOKYO)));
        }
    }
}
