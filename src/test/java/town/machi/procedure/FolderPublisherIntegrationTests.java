package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import town.machi.kernel.Actor;
import town.machi.support.MachiModuleTest;
import town.machi.support.TestTown;

@MachiModuleTest
@Import(TestShapes.class)
@DisplayName("職員が画面から、町のフォルダーを読み直して公開する")
class FolderPublisherIntegrationTests {

    private static final Actor CLERK = new Actor.SystemJob("test");

    @Autowired
    private Procedures procedures;

    @Autowired
    private Definitions definitions;

    @Autowired
    private Publisher publisher;

    @TempDir
    private Path town;

    private FolderPublisher folder;

    @BeforeEach
    void copyTheTown() throws IOException {
        FileUtils.copyDirectory(Sources.TOWN.toFile(), town.toFile());
        FileUtils.deleteDirectory(town.resolve("procedures").toFile());
        folder = new FolderPublisher(TestTown.read(town, false), definitions, publisher);
    }

    @Test
    @DisplayName("起動し直さずに新しい手続が載り、直せば第2版、壊せばそのまま、元へ戻せば第3版になる")
    void followsTheFolder() throws IOException {
        ProcedureName dog = new ProcedureName("dog");
        write(Sources.SMALL);
        assertThat(folder.publishNow(CLERK).getFirst().publication()).isInstanceOf(Publication.Done.class);
        assertThat(folder.publishNow(CLERK).getFirst().publication()).isEqualTo(new Publication.Unchanged(dog, 1));

        write(Sources.SMALL.replace("犬の登録の届出", "犬の登録"));
        folder.publishNow(CLERK);
        assertThat(title(dog)).isEqualTo("犬の登録");

        write("procedure: dog\ntitle: [");
        assertThat(folder.publishNow(CLERK).getFirst().publication()).isInstanceOf(Publication.Refused.class);
        assertThat(title(dog)).isEqualTo("犬の登録");

        write(Sources.SMALL);
        folder.publishNow(CLERK);
        assertThat(procedures.findPublished(dog)).map(Published::version).contains(3);
    }

    private String title(ProcedureName name) {
        return procedures.findPublished(name).orElseThrow().definition().title().ja();
    }

    private void write(String yaml) throws IOException {
        Path procedure = Files.createDirectories(town.resolve("procedures/dog"));
        Files.writeString(procedure.resolve(ProcedureSource.MAIN), yaml);
    }
}
