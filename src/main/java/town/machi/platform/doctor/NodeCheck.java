package town.machi.platform.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import town.machi.platform.OutsideDatabase;
import town.machi.platform.Vital.State;
import town.machi.platform.vitals.MetricsKey;

/// The node that works on this data folder: whether it answers, and what it says of itself.
final class NodeCheck implements Check {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// What the doctor reads of a vital sign.
    private record Told(String label, State state, String advice) {}

    private final JsonMapper json = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public List<Finding> look(Map<String, String> environment) {
        Path data = OutsideDatabase.data(environment);
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            Path address = data.resolve("address");
            if (!Files.exists(address)) {
                return List.of(notRunning());
            }
            URI base = URI.create(Files.readString(address).strip());
            if (ask(http, base.resolve("/health/readiness"), "").statusCode() != 200) {
                return List.of(Finding.wrong(base + " は動いていますが、まだ受け付けられません。", "データベースが動いているか確かめてください。"));
            }
            List<Finding> found = new ArrayList<>(List.of(Finding.good(base + " で動いています。")));
            found.addAll(vitals(http, base, key(environment, data)));
            return found;
        } catch (IOException e) {
            return List.of(notRunning());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(notRunning());
        }
    }

    private static Finding notRunning() {
        return Finding.look("Machi は、このデータフォルダーでは動いていません。", "動いているはずなら、bin/run の最後に出た一文を見てください。");
    }

    private static String key(Map<String, String> environment, Path data) throws IOException {
        String given = environment.getOrDefault("MACHI_METRICS_KEY", "");
        Path own = data.resolve(MetricsKey.FILE);
        return given.isEmpty() && Files.isReadable(own) ? Files.readString(own).strip() : given;
    }

    private List<Finding> vitals(HttpClient http, URI base, String key) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(http, base.resolve("/vitals"), key);
        if (answer.statusCode() != 200) {
            return List.of(
                    Finding.look("くわしい状態を聞けませんでした。", "Machi を動かしている人として bin/doctor を動かすか、MACHI_METRICS_KEY を示してください。"));
        }
        return json.readValue(answer.body(), new TypeReference<List<Told>>() {}).stream()
                .map(told -> new Finding(told.state(), told.label(), told.advice()))
                .toList();
    }

    private static HttpResponse<String> ask(HttpClient http, URI where, String key)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(where)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
