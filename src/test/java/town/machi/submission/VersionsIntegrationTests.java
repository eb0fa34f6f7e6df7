package town.machi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.platform.Settings;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Procedures;
import town.machi.procedure.Publication;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@RecordApplicationEvents
@DisplayName("版と日付")
class VersionsIntegrationTests {

    private static final ProcedureName WATER = new ProcedureName("water-start");

    @Autowired
    MockMvc http;

    @Autowired
    Procedures procedures;

    @Autowired
    Submissions submissions;

    @Autowired
    Settings settings;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void startTheClock() {
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("書いている途中で第2版が出ても、第1版の質問のまま届く")
    void draftsStayOnTheirVersion() throws Exception {
        int first = procedures.findPublished(WATER).orElseThrow().version();
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);

        SortedMap<String, String> files = new TreeMap<>(
                procedures.findPublished(WATER).orElseThrow().source().files());
        files.computeIfPresent(
                "procedure.yaml",
                (_, yaml) -> yaml.replace("どこの水道を使いますか", "どこの水道をお使いですか")
                        .replace(
                                "      - holder:\n",
                                "      - people: {type: number, label: 使う人の数}\n      - holder:\n"));
        assertThat(procedures.publish(new ProcedureSource(files), new Actor.SystemJob("test")))
                .isInstanceOf(Publication.Done.class);

        resident.open(resident.path);
        assertThat(resident.page()).contains("どこの水道を使いますか").doesNotContain("使う人の数");
        resident.submit(resident.path.replace("/check", "/send"));
        Filed.New filed = events.stream(Filed.New.class).findFirst().orElseThrow();
        assertThat(filed.version()).isEqualTo(first);
        assertThat(procedures.read(filed.source()).questions())
                .noneMatch(question -> question.id().equals("people"));
        UUID id = UUID.fromString(resident.path.split("/")[2]);
        assertThat(submissions.find(id).orElseThrow().basis().version()).isEqualTo(first);

        Resident next = new Resident(http);
        next.open("/procedures/water-start").submit("/procedures/water-start/start");
        next.answer("place.area", "大字佐敷", "place.number", "424番地");
        next.answer("startsOn", "2026-12-01", "presence", "none");
        assertThat(next.page()).contains("使う人の数");
    }

    @Test
    @DisplayName("準備に3開庁日かかるとき、12月24日木曜の届出は1月4日月曜から選べる")
    void leadTimeOverTheNewYear() throws Exception {
        settings.put("water.lead-time-days", "3", new Actor.SystemJob("test"));
        clock.set("2026-12-24T10:00:00+09:00");
        Resident resident = new Resident(http);
        resident.open("/procedures/water-start").submit("/procedures/water-start/start");
        resident.answer("place.area", "大字佐敷", "place.number", "424番地");
        assertThat(resident.page()).contains("いちばん早い日は 令和9年1月4日(月) です");
        resident.answer("startsOn-year", "R8", "startsOn-month", "12", "startsOn-day", "28", "presence", "none");
        assertThat(resident.status).isEqualTo(422);
        assertThat(resident.page()).contains("使用開始日は 令和9年1月4日(月) 以降の開庁日を選んでください");
        assertThat(resident.page())
                .contains("電話をください", "/water/callback/begin?procedure=water-start&amp;day=2026-12-28");
        resident.answer("startsOn-year", "令和9", "startsOn-month", "1", "startsOn-day", "4", "presence", "none");
        assertThat(resident.path).endsWith("/who");
        settings.put("water.lead-time-days", "", new Actor.SystemJob("test"));
    }
}
