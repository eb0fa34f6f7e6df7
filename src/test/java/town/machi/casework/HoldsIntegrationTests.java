package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("廃棄の保留と、案件と一緒に消えるもの")
class HoldsIntegrationTests extends KeepingDesk {

    @BeforeEach
    void people() {
        begin();
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("伺いのあとに保留した案件は残り、記録がそう言う。保留を解くとまた候補に出る")
    void heldMeanwhile() throws Exception {
        Filed.New held = closed("係争", "太郎");
        Filed.New other = closed("普通", "花子");
        clock.set(PAST);
        UUID id = propose(Map.of("all", "yes"));
        send(
                clerk,
                post("/office/keeping/holds")
                        .param("receipt", held.receipt().format())
                        .param("ground", "LAWSUIT")
                        .param("words", "令和14年（行ウ）第1号")
                        .param("onceId", UUID.randomUUID().toString()));
        destroy(id);
        assertThat(left(held)).isEqualTo(1);
        assertThat(left(other)).isZero();
        assertThat(page(clerk, record(id))).contains("保留のため残しました", "1件");
        assertThat(page(clerk, SHELF)).contains("保留中です").doesNotContain("name=\"case\"");
        assertThat(page(clerk, "/office/cases/" + id(held))).contains("廃棄の保留", "訴訟");
        String lift = page(clerk, "/office/keeping/holds")
                .replaceAll("(?s).*action=\"(/office/keeping/holds/[^\"]+/lift)\".*", "$1");
        send(clerk, post(lift));
        assertThat(page(clerk, "/office/keeping/holds")).contains("解いた保留", "令和14年（行ウ）第1号");
        assertThat(page(clerk, SHELF)).contains("name=\"case\"");
    }

    @Test
    @DisplayName("手続のすべて、一人のすべてを保留できる。人の保留を解くと、その言葉は残らない")
    void holdsOfMany() throws Exception {
        closed("保留", "太郎");
        clock.set(PAST);
        hold(Map.of("person", "090-1234-5678", "ground", "REVIEW"));
        assertThat(page(clerk, SHELF)).contains("保留中です");
        UUID person = db.sql("SELECT id FROM casework.hold WHERE kind = 'PERSON' AND lifted_at IS NULL")
                .query(UUID.class)
                .single();
        send(clerk, post("/office/keeping/holds/" + person + "/lift"));
        assertThat(db.sql("SELECT word IS NULL FROM casework.hold WHERE id = :id")
                        .param("id", person)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        hold(Map.of("procedure", "water-start", "ground", "AUDIT"));
        assertThat(page(clerk, SHELF)).contains("保留中です");
        assertThat(hold(Map.of("receipt", "XXXX-XXXX", "ground", "AUDIT")).getContentAsString())
                .contains("保留するものが見つかりません");
        db.sql("UPDATE casework.hold SET lifted_at = now(), lifted_by = put_by WHERE lifted_at IS NULL")
                .update();
    }

    @Test
    @DisplayName("保存した条件は、もう誰も見つからなくなれば一緒に消える")
    void filtersGo() throws Exception {
        Filed.New filed = closed("鷹𠮷", "紗");
        for (String word : List.of("鷹𠮷", "水野")) {
            db.sql(
                            "INSERT INTO casework.saved_filter (id, staff, name, query, at) VALUES (:id, :staff, :name, :query, now())")
                    .param("id", UUID.randomUUID())
                    .param("staff", clerk.staffId().value())
                    .param("name", word)
                    .param("query", "view=all&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                    .update();
        }
        clock.set(PAST);
        destroyAll();
        assertThat(left(filed)).isZero();
        assertThat(db.sql("SELECT name FROM casework.saved_filter WHERE staff = :staff")
                        .param("staff", clerk.staffId().value())
                        .query(String.class)
                        .list())
                .containsExactly("水野");
    }
}
