package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;
import town.machi.procedure.jdbc.VersionRows;
import town.machi.support.MachiModuleTest;

/// Versions on a real database.
@MachiModuleTest
@Import(TestShapes.class)
class PublishingIntegrationTests {

    private static final Actor CLERK = new Actor.SystemJob("test");

    @Autowired
    Procedures procedures;

    @Autowired
    Publisher publisher;

    @Autowired
    VersionRows rows;

    @Autowired
    Definitions definitions;

    @Autowired
    JdbcClient jdbc;

    private static ProcedureSource source(String name, String title) {
        return Sources.of(Sources.SMALL
                .replace("procedure: dog", "procedure: " + name)
                .replace("title: 犬の登録の届出", "title: " + title));
    }

    private static String fresh() {
        return "p" + UUID.randomUUID().toString().substring(0, 8);
    }

    private Published done(ProcedureSource source) {
        return switch (procedures.publish(source, CLERK)) {
            case Publication.Done done -> done.published();
            case Publication.Unchanged unchanged -> throw new AssertionError(unchanged);
            case Publication.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    @Test
    @DisplayName("起動すると、町のフォルダーの手続が公開されている")
    void folderIsPublishedAtStart() {
        assertThat(procedures.listPublished())
                .extracting(published -> published.name().value())
                .contains("water-start", "water-stop", "disaster-certificate");
    }

    @Test
    @DisplayName("第2版を公開しても、第1版で始めた人は第1版のまま")
    void secondVersion() {
        String name = fresh();
        Published first = done(source(name, "一つ目"));
        Published second = done(source(name, "二つ目"));
        assertThat(second.version()).isEqualTo(2);
        assertThat(procedures.findPublished(first.name()))
                .map(Published::version)
                .contains(2);
        assertThat(procedures.getVersion(first.name(), 1).definition().title().ja())
                .isEqualTo("一つ目");
    }

    @Test
    @DisplayName("同じ内容を二度公開しても、版は一つ")
    void sameTwiceIsOnce() {
        String name = fresh();
        Published first = done(source(name, "同じ"));
        assertThat(procedures.publish(source(name, "同じ"), CLERK)).isEqualTo(new Publication.Unchanged(first.name(), 1));
        assertThat(rows.list(first.name())).hasSize(1);
    }

    @Test
    @DisplayName("まちがいのある定義は丸ごと断られ、公開中の版は変わらない")
    void brokenIsRefusedWhole() {
        String name = fresh();
        done(source(name, "よい"));
        ProcedureSource broken = Sources.of(Sources.small("type: date", "type: dete")
                .replace("accept: plate", "accept: plaet")
                .replace("procedure: dog", "procedure: " + name));
        Publication publication = procedures.publish(broken, CLERK);
        assertThat(((Publication.Refused) publication).faults()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(procedures.findPublished(new ProcedureName(name)))
                .map(published -> published.definition().title().ja())
                .contains("よい");
    }

    @Test
    @DisplayName("二つのノードが同時に同じ内容を公開しても、版は一つ")
    void twoNodesAtOnce() throws Exception {
        String name = fresh();
        ProcedureSource source = source(name, "同時");
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Future<Publication>> tries = IntStream.range(0, 8)
                    .mapToObj(_ -> nodes.submit(() -> publisher.publish(source, name, CLERK, Publisher.Known.ANY)))
                    .toList();
            for (Future<Publication> one : tries) {
                assertThat(one.get()).isNotInstanceOf(Publication.Refused.class);
            }
        }
        assertThat(rows.list(new ProcedureName(name))).hasSize(1);
    }

    @Test
    @DisplayName("もう一つのノードも、新しい版に気づく")
    void anotherNodeSees() {
        PublishedCache other = new PublishedCache(rows, definitions, java.time.Duration.ZERO);
        String name = fresh();
        assertThat(other.newest()).doesNotContainKey(new ProcedureName(name));
        done(source(name, "新しい"));
        assertThat(other.newest()).containsKey(new ProcedureName(name));
    }

    @Test
    @DisplayName("古いフォルダーのまま起動したノードは、古い版を呼び戻さない")
    void olderFolderChangesNothing() {
        String name = fresh();
        done(source(name, "一つ目"));
        done(source(name, "二つ目"));
        Publication again = publisher.publish(source(name, "一つ目"), name, CLERK, Publisher.Known.ANY);
        assertThat(again).isEqualTo(new Publication.Unchanged(new ProcedureName(name), 1));
        assertThat(procedures.findPublished(new ProcedureName(name)))
                .map(Published::version)
                .contains(2);
    }

    @Test
    @DisplayName("画面から前の内容に戻すと、新しい版になる")
    void goingBackIsANewVersion() {
        String name = fresh();
        done(source(name, "一つ目"));
        done(source(name, "二つ目"));
        assertThat(done(source(name, "一つ目")).version()).isEqualTo(3);
    }

    @Test
    @DisplayName("凍結された定義は、この町が公開したことがなくても読める")
    void frozenSourceReads() {
        ProcedureSource foreign = source(fresh(), "よその町から");
        assertThat(procedures.read(foreign).title().ja()).isEqualTo("よその町から");
        assertThat(procedures.read(foreign)).isSameAs(procedures.read(foreign));
    }

    @Test
    @DisplayName("公開された版は、書き換えることも消すこともできない")
    void versionsNeverChange() {
        done(source(fresh(), "動かない"));
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE procedure.version SET hash = hash").update())
                .hasMessageContaining("version");
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM procedure.version").update())
                .hasMessageContaining("version");
    }

    @Test
    @DisplayName("ない手続、ない版は「見つかりません」")
    void unknown() {
        assertThat(procedures.findPublished(new ProcedureName("no-such"))).isEmpty();
        assertThatThrownBy(() -> procedures.getVersion(new ProcedureName("water-start"), 99))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("町が持つ値は、手続ごとに分かる")
    void factsOfTheTown(@Autowired ObjectProvider<Town> town) {
        Map<String, Object> facts = procedures.facts(procedures
                .findPublished(new ProcedureName("water-start"))
                .orElseThrow()
                .definition());
        assertThat(facts).containsKeys("today", "earliestStart", "section.tel", "leadTime");
        assertThat(town.getObject().name()).isEqualTo("芦北町");
    }
}
