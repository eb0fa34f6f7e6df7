package town.machi.document.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.CaseId;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureFolder;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;

/// 公文書の開示請求 of 山本 一郎, with a fee of 300 yen, decided by whoever may.
final class DisclosureCase {

    private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");

    private static final Map<String, String> ANSWERS = Map.of(
            "applicant.family", "山本",
            "applicant.given", "一郎",
            "home.postcode", "869-5441",
            "home.prefecture", "熊本県",
            "home.municipality", "葦北郡芦北町",
            "home.area", "大字佐敷",
            "home.number", "1番地",
            "notice", "post");

    private DisclosureCase() {}

    static CaseId open(ApplicationEventPublisher events, JdbcClient db) {
        return open(events, db, "record-disclosure");
    }

    /// The same by another procedure that asks for 請求する人.
    static CaseId open(ApplicationEventPublisher events, JdbcClient db, String procedure) {
        ProcedureSource source = withFee(procedure);
        TreeMap<String, Answer> answers = new TreeMap<>();
        ANSWERS.forEach(
                (path, value) -> answers.put(path, new Answer(value, Answer.Source.TYPED, "resident:test", AT)));
        Filed.New filed = new Filed.New(
                UUID.randomUUID(),
                1,
                AT,
                ReceiptNumber.generate(new Random()),
                new ProcedureName(procedure),
                1,
                source.hash(),
                source,
                new Answers(answers),
                List.of(),
                Channel.COUNTER,
                null,
                Language.JA,
                null,
                Set.of());
        events.publishEvent(filed);
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
    }

    private static ProcedureSource withFee(String procedure) {
        ProcedureSource source = new ProcedureFolder(Path.of("towns/ashikita"))
                .list().stream()
                        .filter(found -> found.folder().equals(procedure))
                        .findFirst()
                        .orElseThrow()
                        .source();
        SortedMap<String, String> files = new TreeMap<>(source.files());
        files.compute(
                ProcedureSource.MAIN,
                (_, text) -> String.valueOf(text)
                        .replaceFirst("(?m)^fee: .*$", "fee: {yen: 300, article: 手数料条例 別表}")
                        .replaceFirst("(?ms)^route:.*?(?=^bring:)", ""));
        return new ProcedureSource(files);
    }
}
