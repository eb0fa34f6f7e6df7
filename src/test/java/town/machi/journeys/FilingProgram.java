package town.machi.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.BusinessCalendar;

/// A program that files 水道の使用開始 at `POST /api/v1/submissions`.
final class FilingProgram {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A day on which the town works, far enough ahead.
    static final LocalDate STARTS_ON = new BusinessCalendar(Set.of(), LocalTime.of(17, 15))
            .plusBusinessDays(LocalDate.now(BusinessCalendar.TOKYO), 10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /// What it was told.
    ///
    /// @param status 201 the first time, 200 for a repeat
    record Told(int status, String number, String passcode, String body) {

        boolean isAccepted() {
            return status == 200 || status == 201;
        }
    }

    /// One try.
    ///
    /// @throws IOException no answer came: nobody knows whether it was taken
    Told file(String address, UUID requestId) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/submissions"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(requestId)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            boolean accepted = response.statusCode() == 200 || response.statusCode() == 201;
            JsonNode json = accepted ? JSON.readTree(response.body()) : JSON.createObjectNode();
            return new Told(
                    response.statusCode(),
                    json.path("receiptNumber").asString(""),
                    json.path("passcode").asString(""),
                    response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Where the receipt of that request goes.
    static String mail(UUID requestId) {
        return requestId + "@example.jp";
    }

    private static String body(UUID requestId) {
        Map<String, Object> request = new TreeMap<>();
        request.put("requestId", requestId.toString());
        request.put("procedure", "water-start");
        request.put("language", "ja");
        request.put("mail", mail(requestId));
        request.put("answers", answers(requestId));
        return JSON.writeValueAsString(request);
    }

    private static Map<String, String> answers(UUID requestId) {
        Map<String, String> answers = new TreeMap<>();
        answers.put("place.postcode", "869-5441");
        answers.put("place.prefecture", "熊本県");
        answers.put("place.municipality", "葦北郡芦北町");
        answers.put("place.area", "大字佐敷");
        answers.put("place.number", "424番地");
        answers.put("startsOn", STARTS_ON.toString());
        answers.put("presence", "none");
        answers.put("holder", "person");
        answers.put("user.family", "𠮷野");
        answers.put("user.given", "葛󠄀子");
        answers.put("user.familyKana", "ヨシノ");
        answers.put("user.givenKana", "カツコ");
        answers.put("phone", "090-1234-5678");
        answers.put("mail", mail(requestId));
        answers.put("payment", "slip");
        answers.put("billElsewhere", "here");
        return answers;
    }
}
