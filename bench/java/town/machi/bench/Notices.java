package town.machi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import town.machi.Machi;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.document.Letter;
import town.machi.document.cases.PostPrints;
import town.machi.kernel.Actor;
import town.machi.kernel.SectionId;

/// A thousand notices of one section, as PDF, numbered and in the ledger, by two people at once; then the sheets that
/// show their address through the window of an envelope, and labels.
final class Notices {

    private static final int NUMBER = 1_000;
    private static final int CORES = 2;
    private static final String TEMPLATE = "decision-refused";
    private static final Actor BY = new Actor.SystemJob("bench");

    private final Results results;

    Notices(Results results) {
        this.results = results;
    }

    void measure(Path data) throws Exception {
        String[] settings = {"--machi.port=0", "--machi.data=" + data, "--machi.demo=false"};
        try (ConfigurableApplicationContext house = SpringApplication.run(Machi.class, settings)) {
            Documents documents = house.getBean(Documents.class);
            List<String> fields = documents.listKinds().stream()
                    .filter(kind -> kind.template().equals(TEMPLATE))
                    .findFirst()
                    .orElseThrow()
                    .fields();
            issue(documents, fields, 1, 50);
            double cpu = cpuMillis();
            long begin = System.nanoTime();
            List<IssuedDocument> issued = issue(documents, fields, 51, 50 + NUMBER);
            double notices = (System.nanoTime() - begin) / 1e9;
            results.add("1,000 notices as PDF, two at once", notices, "s", "< 60 s", notices < 60);
            results.add("CPU of the program for one of them", (cpuMillis() - cpu) / NUMBER, "ms");
            begin = System.nanoTime();
            List<PostPrints.Post> posts = new ArrayList<>();
            for (int i = 0; i < issued.size(); i++) {
                posts.add(new PostPrints.Post(issued.get(i), address(i)));
            }
            PostPrints prints = house.getBean(PostPrints.class);
            int bytes = prints.windows(posts).length + prints.labels(posts).length;
            results.add("window sheets and labels for the same", (System.nanoTime() - begin) / 1e9, "s");
            results.add("window sheets and labels for the same, size", bytes / 1e6, "MB");
        }
    }

    private static double cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static List<IssuedDocument> issue(Documents documents, List<String> fields, int from, int to)
            throws Exception {
        List<Callable<IssuedDocument>> work = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            Letter letter = letter(fields, i);
            work.add(() -> documents.issue(letter, BY));
        }
        List<IssuedDocument> issued = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(CORES)) {
            for (Future<IssuedDocument> done : people.invokeAll(work)) {
                issued.add(done.get());
            }
        }
        return issued;
    }

    /// Everybody has another name and another reason.
    private static Letter letter(List<String> fields, int number) {
        Map<String, String> values = fields.stream()
                .collect(Collectors.toMap(field -> field, field -> "例の%s 第%d号について、お申し出の内容を確かめました。".formatted(field, number)));
        return new Letter(
                UUID.randomUUID(),
                TEMPLATE,
                new SectionId("general"),
                "casework.case:" + UUID.randomUUID(),
                UUID.randomUUID(),
                values,
                List.of());
    }

    private static List<String> address(int number) {
        return List.of("〒869-5498", "熊本県葦北郡芦北町大字芦北 " + number + "番地の例", "例 花子" + number + "　様");
    }
}
