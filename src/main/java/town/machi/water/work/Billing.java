package town.machi.water.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.Sheets;
import town.machi.water.Settlement;
import town.machi.water.Settlement.Progress;
import town.machi.water.WaterProblem;
import town.machi.water.WaterSettings;
import town.machi.water.jdbc.BatchRows;
import town.machi.water.jdbc.SettlementRows;

/// The files to the billing system and the amounts that come back.
@Component
public class Billing {

    private static final String SETTLING = "settling";

    private final SettlementRows settlements;
    private final BatchRows batches;
    private final After after;
    private final AuditTrail audit;
    private final Clock clock;

    Billing(SettlementRows settlements, BatchRows batches, After after, AuditTrail audit, Clock clock) {
        this.settlements = settlements;
        this.batches = batches;
        this.after = after;
        this.audit = audit;
        this.clock = clock;
    }

    /// What becomes of a case whose amount is back.
    @Component
    record After(Cases cases, CaseSteps steps, EstimateWords words, WaterSettings settings) {}

    /// Puts all readings that wait into one file. Each is in one file only, for good.
    ///
    /// @param request made by the client; the file's id: the same again makes no second one
    /// @return empty where nothing waits
    @Transactional
    public Optional<BatchRows.Batch> makeBatch(UUID request, Actor.Staff staff) {
        Optional<BatchRows.Batch> first = batches.lock(request);
        if (first.isPresent()) {
            return first;
        }
        if (settlements.listUnfinished().stream().noneMatch(each -> each.progress() instanceof Progress.ToSend)) {
            return Optional.empty();
        }
        batches.insert(request, staff.staffId(), clock.instant());
        settlements.putIntoBatch(request);
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, "water.batch:" + request, "make"));
        return batches.lock(request);
    }

    /// What came of taking a file out.
    public sealed interface Export {

        record Csv(String name, byte[] bytes) implements Export {}

        record Refused(Refusal refusal) implements Export {}
    }

    /// The file as CSV. The first time it just comes; each further time needs a reason, because a reading that is read
    /// in twice bills twice.
    ///
    /// @throws ProblemException [WaterProblem#NO_SUCH_BATCH]
    @Transactional
    public Export export(UUID batch, String reason, Actor.Staff staff) {
        BatchRows.Batch found = batches.lock(batch).orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_BATCH));
        if (found.exports() > 0 && reason.isBlank()) {
            return new Export.Refused(Refusal.of("water.billing.again", found.number()));
        }
        batches.insertExport(batch, found.exports() + 1, staff.staffId(), reason.strip(), clock.instant());
        audit.record(AuditEntry.done(
                staff, AuditAction.EXPORT, "water.batch:" + batch, found.exports() == 0 ? "csv" : "csv-again"));
        return new Export.Csv("精算指針_第" + found.number() + "号.csv", csv(settlements.listOfBatch(batch)));
    }

    /// Newest first.
    public List<BatchRows.Batch> listBatches() {
        return batches.list(20);
    }

    private static byte[] csv(List<Settlement> lines) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheets.writeCsv(out, BillingCsv.HEADER, lines.stream().map(BillingCsv::row));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What came of reading amounts in: how many, or every fault with its line and nothing taken.
    public record TakenBack(int count, List<String> faults) {

        public TakenBack {
            faults = List.copyOf(faults);
        }
    }

    /// Takes the amounts back. All or nothing; a line that was taken before and says the same changes nothing.
    ///
    /// @param file CSV in UTF-8 or Shift_JIS, with the header of [AmountFile]
    /// @param dryRun only looks
    @Transactional
    public TakenBack takeBack(byte[] file, boolean dryRun, Actor.Staff staff) {
        AmountFile.Result read = AmountFile.read(file);
        List<String> faults = new java.util.ArrayList<>(read.faults());
        List<Pair> pairs = new java.util.ArrayList<>();
        for (AmountFile.Line line : read.lines()) {
            Optional<Settlement> settlement = settlements.lock(line.number());
            String fault = settlement.map(each -> fault(each, line)).orElse("この精算番号はありません: " + line.number());
            if (!fault.isEmpty()) {
                faults.add(line.at() + "行目: " + fault);
            } else if (settlement.filter(each -> !each.isBilled()).isPresent()) {
                pairs.add(new Pair(settlement.get(), line.billed()));
            }
        }
        if (!faults.isEmpty() || dryRun) {
            return new TakenBack(pairs.size(), faults);
        }
        pairs.forEach(pair -> settle(pair, staff));
        return new TakenBack(pairs.size(), List.of());
    }

    private record Pair(Settlement settlement, Progress.Billed billed) {}

    private static String fault(Settlement settlement, AmountFile.Line line) {
        return switch (settlement.progress()) {
            case Progress.NeedsReading _, Progress.ToSend _ -> "まだ料金システムへ送っていない精算です。";
            case Progress.Billed billed ->
                billed.equals(line.billed()) ? "" : "もう別の額（" + billed.total().format() + "）で取り込んでいます。";
            case Progress.Sent _ ->
                settlement.at().services().containsAll(line.billed().lines().keySet()) ? "" : "この給水装置にないサービスの額があります。";
        };
    }

    private void settle(Pair pair, Actor.Staff staff) {
        Settlement settlement = pair.settlement();
        settlements.setBilled(settlement.order(), pair.billed(), clock.instant());
        audit.record(
                AuditEntry.done(staff, AuditAction.WRITE, settlement.order().subject(), "amount"));
        settlement.caseId().ifPresent(id -> {
            Language language = after.cases().get(id).filing().language();
            String words = after.words().settled(pair.billed(), after.settings().find("charge-instruction"), language);
            UUID request =
                    UUID.nameUUIDFromBytes(("water settlement " + settlement.order()).getBytes(StandardCharsets.UTF_8));
            after.steps().goOn(id, SETTLING, words, request, staff);
        });
    }
}
