package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

/// Asks everything that the program answers without a sign-in, as it finds it in the program itself: an address that
/// somebody adds tomorrow is asked tomorrow.
@MachiTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("サインインしないで見られるどこにも、避難した人のことは出ない")
class PublicEndpointsIntegrationTests {

    private static final List<String> LANGUAGES = List.of("ja", "easy", "en");

    /// Name, reading, telephone, birth date and address of the people inside, as they might be written.
    private static final List<String> MARKS = List.of(
            "印付",
            "忘代",
            "シルシツキ",
            "しるしつき",
            "ｼﾙｼﾂｷ",
            "0966-00-7777",
            "0966007777",
            "1948-02-13",
            "19480213",
            "昭和23年2月13日",
            "大字印付");

    @Autowired
    MockMvc http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping program;

    @Autowired
    Town town;

    @Autowired
    Shelters shelters;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Ids ids;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private OpeningId opening = new OpeningId(new UUID(0, 0));
    private DisasterId disaster = new DisasterId(new UUID(0, 0));
    private UUID person = new UUID(0, 0);

    @BeforeAll
    void somebodyIsInside() {
        Actor.Staff chief = staff.add("本部 長子", "general", Role.HANDLER);
        disaster = town.begin(chief, false, Hazard.EARTHQUAKE);
        opening = town.open(disaster, "町立公民館大野分館", chief);
        take(true, chief);
        person = take(false, chief);
    }

    /// Somebody with all marks: who must not be found, or an open household that lets its names be published.
    private UUID take(boolean secret, Actor.Staff chief) {
        UUID somebody = ids.next();
        var facts = new PersonFacts(somebody, Sex.F, 78, Set.of(Need.CARE), Set.of("卵"), null, null, null, null, null);
        var details = Map.of("name", "印付 忘代", "kana", "シルシツキ ワスヨ", "birth", "1948-02-13", "phone", "0966-00-7777");
        UUID desk = ids.next();
        var what = new Happening.Arrived(
                Happening.Way.TYPED,
                null,
                new HouseholdFacts(ids.next(), null, null, secret, true, true, null),
                List.of(facts));
        var personal = new ShelterEvent.Personal(Map.of("address", "芦北町大字印付1"), Map.of(somebody, details));
        Instant now = clock.instant();
        arrivals.append(
                new Arrivals.Batch(
                        desk, now, List.of(new ShelterEvent(ids.next(), desk, opening.value(), now, what, personal))),
                chief);
        return somebody;
    }

    /// Every address and method that is not the office's, with the variables filled in.
    private Map<String, Set<RequestMethod>> addresses() {
        Map<String, Set<RequestMethod>> addresses = new LinkedHashMap<>();
        program.getHandlerMethods()
                .forEach((mapping, _) -> mapping.getPatternValues().stream()
                        .filter(pattern -> !pattern.startsWith("/office"))
                        .flatMap(this::filledIn)
                        .forEach(path -> addresses
                                .computeIfAbsent(path, _ -> new TreeSet<>())
                                .addAll(
                                        mapping.getMethodsCondition()
                                                        .getMethods()
                                                        .isEmpty()
                                                ? Set.of(RequestMethod.GET, RequestMethod.POST)
                                                : mapping.getMethodsCondition().getMethods())));
        return addresses;
    }

    /// Whoever guesses takes what there is: ids of the shelter, its opening, the disaster, somebody inside.
    private Stream<String> filledIn(String pattern) {
        if (!pattern.contains("{")) {
            return Stream.of(pattern);
        }
        String ending = pattern.contains(":") && pattern.contains("|")
                ? pattern.replaceAll("\\{[a-zA-Z]+:([a-z]+)\\|[^}]*}", "$1")
                : pattern;
        return Stream.of(
                        shelters.findOpening(opening).orElseThrow().shelter().value(),
                        opening.value(),
                        disaster.value(),
                        person)
                .map(id -> ending.replaceAll("\\{[^}]*}", id.toString()).replace("/**", "/" + id));
    }

    private MockHttpServletResponse ask(RequestMethod method, String address, String language) throws Exception {
        var question = request(HttpMethod.valueOf(method.name()), address).param("lang", language);
        if (method == RequestMethod.POST) {
            question.contentType("application/json").content("{}");
        }
        return http.perform(question).andReturn().getResponse();
    }

    /// What stands in an answer: text, the text of a PDF, the parts of a spreadsheet.
    private static String words(MockHttpServletResponse answer) throws IOException {
        byte[] content = answer.getContentAsByteArray();
        String type = String.valueOf(answer.getContentType());
        StringBuilder words = new StringBuilder();
        answer.getHeaderNames().forEach(name -> words.append(answer.getHeaders(name)));
        if (type.startsWith("application/pdf")) {
            try (PDDocument document = Loader.loadPDF(content)) {
                return words.append(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                        .toString();
            }
        }
        if (type.contains("spreadsheet")) {
            try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
                while (parts.getNextEntry() != null) {
                    words.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
                }
                return words.toString();
            }
        }
        return words.append(new String(content, StandardCharsets.UTF_8)).toString();
    }

    private record Scan(List<String> found, Set<String> answered, int asked) {}

    private Scan scan() throws Exception {
        List<String> found = new ArrayList<>();
        Set<String> answered = new TreeSet<>();
        int asked = 0;
        for (var entry : addresses().entrySet()) {
            for (RequestMethod method : entry.getValue()) {
                for (String language : method == RequestMethod.GET ? LANGUAGES : List.of("ja")) {
                    MockHttpServletResponse answer = ask(method, entry.getKey(), language);
                    asked++;
                    if (answer.getStatus() == 200) {
                        answered.add(method + " " + entry.getKey());
                    }
                    String words = words(answer);
                    MARKS.stream()
                            .filter(words::contains)
                            .forEach(mark -> found.add(method + " " + entry.getKey() + ": " + mark));
                }
            }
        }
        return new Scan(found, answered, asked);
    }

    @Test
    @DisplayName("すべての公開の道を三つの言葉でたどっても、氏名・電話・生年月日・住所は出ない")
    void nothingOfTheirsGoesOut() throws Exception {
        Scan scan = scan();
        assertThat(scan.found()).isEmpty();
        assertThat(scan.asked()).isGreaterThan(150);
        assertThat(scan.answered())
                .as("the scan reached what is public")
                .contains(
                        "GET /",
                        "GET /shelters",
                        "GET /api/v1/shelters",
                        "GET /api/v1/shelters.csv",
                        "GET /shelters/paper/roster.pdf",
                        "GET /desk",
                        "GET /household",
                        "GET /here/"
                                + shelters.findOpening(opening).orElseThrow().shelter());
    }

    @Test
    @DisplayName("公開の道に名前が紛れこめば、この検査は見つける")
    void theScanFindsWhatIsThere() throws Exception {
        db.sql("UPDATE shelter.shelter SET note = '連絡は印付さん', name = name || '（印付）' WHERE id = :id")
                .param(
                        "id",
                        shelters.findOpening(opening).orElseThrow().shelter().value())
                .update();
        clock.advance(Duration.ofSeconds(5));
        try {
            assertThat(scan().found())
                    .anyMatch(each -> each.startsWith("GET /shelters: "))
                    .anyMatch(each -> each.startsWith("GET /api/v1/shelters: "))
                    .anyMatch(each -> each.contains("poster.pdf"));
        } finally {
            db.sql("UPDATE shelter.shelter SET note = '', name = replace(name, '（印付）', '') WHERE id = :id")
                    .param(
                            "id",
                            shelters.findOpening(opening)
                                    .orElseThrow()
                                    .shelter()
                                    .value())
                    .update();
        }
    }
}
