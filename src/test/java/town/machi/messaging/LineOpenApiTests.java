package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.demo.line.Endpoint;

@DisplayName("LINEのOpenAPIによる検査")
class LineOpenApiTests {

    private final LineOpenApi rules = LineOpenApi.read().orElseGet(() -> {
        Assumptions.abort("LINE's OpenAPI is not beside the project");
        throw new IllegalStateException();
    });

    @Test
    @DisplayName("正しい本文は通り、欠けた本文・形の違う本文・知らない種類は見つかる")
    void findsFaults() {
        assertThat(faults(Endpoint.PUSH, "{\"to\":\"U1\",\"messages\":[{\"type\":\"text\",\"text\":\"a\"}]}"))
                .isEmpty();
        assertThat(faults(Endpoint.PUSH, "{\"messages\":[{\"type\":\"text\",\"text\":\"a\"}]}"))
                .isNotEmpty();
        assertThat(faults(Endpoint.PUSH, "{\"to\":\"U1\",\"messages\":[{\"type\":\"text\"}]}"))
                .isNotEmpty();
        assertThat(faults(Endpoint.PUSH, "{\"to\":\"U1\",\"messages\":[{\"type\":\"telegram\"}]}"))
                .isNotEmpty();
        assertThat(faults(Endpoint.MULTICAST, "{\"to\":\"U1\",\"messages\":[{\"type\":\"text\",\"text\":\"a\"}]}"))
                .isNotEmpty();
    }

    private java.util.List<String> faults(Endpoint endpoint, String body) {
        return rules.faults(endpoint, LineTown.bytes(body));
    }
}
