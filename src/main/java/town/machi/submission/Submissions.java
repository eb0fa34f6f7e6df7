package town.machi.submission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.form.Forms;
import town.machi.form.Journey;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.submission.jdbc.SubmissionRows;
import town.machi.submission.seal.Packages;
import town.machi.submission.seal.TownKey;

/// The front door: what was filed. Filing, correcting and taking back are one transaction each, with the package for
/// casework (published as an event, part of the act), the audit row and the mail.
@Component
public class Submissions {

    private final SubmissionRows rows;
    private final Forms forms;
    private final Attachments attachments;
    private final Seal seal;
    private final Telling telling;
    private final OtherRooms others;

    Submissions(
            SubmissionRows rows, Forms forms, Attachments attachments, Seal seal, Telling telling, OtherRooms others) {
        this.rows = rows;
        this.forms = forms;
        this.attachments = attachments;
        this.seal = seal;
        this.telling = telling;
        this.others = others;
    }

    /// What signs, and when.
    @Component
    record Seal(Packages packages, TownKey key, Clock clock) {}

    /// Who is told: casework through the corridor, the audit, the resident by mail.
    @Component
    record Telling(Corridor corridor, AuditTrail audit, ReceiptMail mail) {}

    /// Files it, once, with whatever another room files together with it. Nothing is stored where something is not
    /// complete, or is taken by others.
    @Transactional
    public FilingOutcome file(Filing filing) {
        List<Asked> all = new ArrayList<>(List.of(asked(filing)));
        Asked own = all.getFirst();
        if (own.faults().isEmpty()) {
            others.alsoFiled(filing, own.answers()).forEach(also -> all.add(asked(also)));
        }
        List<FilingOutcome> outcomes = submit(all, true);
        List<FieldFault> faults = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            if (outcomes.get(i) instanceof FilingOutcome.Incomplete(List<FieldFault> some)) {
                faults.addAll(others.asAsked(all.get(i).filing(), some));
            }
        }
        return faults.isEmpty() ? outcomes.getFirst() : new FilingOutcome.Incomplete(faults);
    }

    /// Files several together, linked with one another: all, or none.
    ///
    /// @return one outcome for each, in the order given; where one is incomplete, nothing is stored and the
    ///     others say that they have no faults
    @Transactional
    public List<FilingOutcome> submitAll(List<Filing> filings) {
        return submit(filings.stream().map(this::asked).toList(), false);
    }

    /// @param oneReceipt whether the resident is told of the first one's number alone
    private List<FilingOutcome> submit(List<Asked> all, boolean oneReceipt) {
        if (all.stream().noneMatch(this::isRepeat)) {
            List<List<FieldFault>> faults = faults(all);
            // The same that arrived twice at once may have waited here for the first, which took the last place.
            if (faults.stream().anyMatch(some -> !some.isEmpty())
                    && all.stream().noneMatch(this::isRepeat)) {
                all.forEach(one -> others.release(one.filing().id()));
                return faults.stream()
                        .<FilingOutcome>map(FilingOutcome.Incomplete::new)
                        .toList();
            }
        }
        Set<UUID> ids = all.stream().map(one -> one.filing().id()).collect(Collectors.toSet());
        List<FilingOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Filing filing = all.get(i).filing();
            Set<UUID> linked = new TreeSet<>(ids);
            linked.remove(filing.id());
            outcomes.add(store(filing, asFiled(all.get(i), linked), i == 0 || !oneReceipt));
        }
        return outcomes;
    }

    /// A filing and how the form looks upon it; worked out once, for a form of 250 questions takes its time.
    private record Asked(Filing filing, Journey journey, Answers answers, List<FieldFault> faults) {}

    private Asked asked(Filing filing) {
        boolean office = filing.sender().typist() != null;
        Journey journey = forms.open(filing.published().definition(), filing.owner(), office)
                .journey(filing.answers());
        return new Asked(filing, journey, journey.relevant(), journey.faults());
    }

    /// A repeat gets the first outcome, also where today's answer would be another one.
    private boolean isRepeat(Asked one) {
        Filing filing = one.filing();
        return rows.findFirst(filing.id(), filing.request()).isPresent();
    }

    /// What keeps them from being filed. Where nothing does, each has taken what it needs.
    private List<List<FieldFault>> faults(List<Asked> all) {
        List<List<FieldFault>> faults = all.stream().map(Asked::faults).toList();
        if (faults.stream().anyMatch(some -> !some.isEmpty())) {
            return faults;
        }
        List<List<FieldFault>> refused = new ArrayList<>();
        all.forEach(one -> refused.add(others.claim(one.filing(), one.answers())));
        return refused;
    }

    private FilingOutcome store(Filing filing, Filed.New filed, boolean withReceipt) {
        if (!rows.insert(filed, filing.request(), seal.packages().sign(filed))) {
            Receipt first = firstReceipt(filing);
            releaseUnused(filing, first);
            return new FilingOutcome.Accepted(first, false);
        }
        attachments.keep(filing.owner(), filed.files());
        telling.audit().record(AuditEntry.done(filing.sender().actor(), AuditAction.WRITE, filing.owner(), "file"));
        Receipt receipt = receipt(filed.submission(), filed);
        if (withReceipt) {
            telling.mail().send(filed, filing.published().definition());
        }
        telling.corridor().pass(filed);
        return new FilingOutcome.Accepted(receipt, true);
    }

    /// Of two that file under one request at the same moment, the second has taken what nobody will use.
    private void releaseUnused(Filing filing, Receipt first) {
        if (!first.submission().equals(filing.id())) {
            others.release(filing.id());
        }
    }

    private Filed.New asFiled(Asked one, Set<UUID> linked) {
        Filing filing = one.filing();
        Filing.Sender sender = filing.sender();
        return new Filed.New(
                filing.id(),
                1,
                now(),
                filing.number(),
                filing.published().name(),
                filing.published().version(),
                filing.published().hash(),
                filing.published().source(),
                one.answers(),
                attachments.of(one.journey()),
                sender.channel(),
                sender.typist(),
                sender.language(),
                sender.mail(),
                linked);
    }

    private Receipt receipt(UUID id, Filed.New filed) {
        return new Receipt(id, filed.receipt(), seal.key().passcode(id), filed.at());
    }

    private Receipt firstReceipt(Filing filing) {
        SubmissionRows.FirstOutcome first = rows.findFirst(filing.id(), filing.request())
                .orElseThrow(() -> new IllegalStateException("the receipt number is somebody else's"));
        return new Receipt(first.id(), first.number(), seal.key().passcode(first.id()), first.at());
    }

    /// What casework says about where it stands. An older word than the last changes nothing. What was filed in the
    /// town's other zone hears it there.
    @Transactional
    public void statusChanged(StatusWord word) {
        if (isFiledOutside(word.submission())) {
            telling.corridor().tell(word);
        } else {
            rows.put(word);
        }
    }

    private boolean isFiledOutside(UUID id) {
        return telling.corridor().leadsOut() && rows.findFirst(id, null).isEmpty();
    }

    /// A withdrawal from the other zone was too late: there it stands again as it did.
    @Transactional
    public void withdrawalLate(UUID id) {
        if (isFiledOutside(id)) {
            telling.corridor().tellTooLate(id, now());
        }
    }

    public Optional<SubmissionFile> find(UUID id) {
        return rows.find(id);
    }

    /// The resident answers a send-back.
    ///
    /// @param request sent again with the same id, it changes nothing
    /// @param answers of the open fields; others are left out
    /// @return why not
    @Transactional
    public Optional<Refusal> correct(UUID id, UUID request, Journey journey, Actor actor) {
        int last = lock(id);
        if (rows.hasPackage(id, request)) {
            return Optional.empty();
        }
        SubmissionFile file = get(id);
        if (!file.standing().isCorrectable()) {
            return Optional.of(Refusal.of("submission.refusal.nothing-open"));
        }
        Set<String> open = file.standing().openFields();
        Answers answers = only(journey.relevant(), open);
        List<Filed.FileRef> files = attachments.of(journey).stream()
                .filter(ref -> answers.byPath().values().stream()
                        .anyMatch(answer -> answer.value().equals(ref.id().toString())))
                .toList();
        Filed.Correction filed = new Filed.Correction(id, last + 1, now(), answers, files);
        rows.insertPackage(filed, request, seal.packages().sign(filed));
        attachments.keep(file.owner(), files);
        String what = "correct: " + String.join(", ", new TreeSet<>(open));
        telling.audit().record(AuditEntry.done(actor, AuditAction.WRITE, file.owner(), what));
        telling.corridor().pass(filed);
        return Optional.empty();
    }

    private static Answers only(Answers answers, Set<String> open) {
        var kept = new java.util.TreeMap<>(answers.byPath());
        kept.keySet().removeIf(path -> open.stream().noneMatch(field -> Answers.belongsTo(field, path)));
        return new Answers(kept);
    }

    /// The resident takes it back.
    ///
    /// @return why not
    @Transactional
    public Optional<Refusal> withdraw(UUID id, UUID request, Actor actor) {
        int last = lock(id);
        if (rows.hasPackage(id, request)) {
            return Optional.empty();
        }
        SubmissionFile file = get(id);
        if (!file.standing().isWithdrawable()) {
            return Optional.of(Refusal.of("submission.refusal.too-late-to-withdraw"));
        }
        Filed.Withdrawal filed = new Filed.Withdrawal(id, last + 1, now());
        rows.insertPackage(filed, request, seal.packages().sign(filed));
        telling.audit().record(AuditEntry.done(actor, AuditAction.WRITE, file.owner(), "withdraw"));
        telling.corridor().pass(filed);
        return Optional.empty();
    }

    /// The resident takes back some of what was filed together, all that were named or none, and has said that the
    /// others go on.
    ///
    /// @param id the one whose page it was; what is not filed together with it is left out of `which`
    /// @return why not
    @Transactional
    public Optional<Refusal> withdrawSome(UUID id, Set<UUID> which, UUID request, Actor actor) {
        TreeSet<UUID> parts = new TreeSet<>(get(id).way().linked());
        parts.add(id);
        parts.forEach(this::lock);
        List<UUID> back = parts.stream().filter(which::contains).toList();
        boolean tooLate = back.stream()
                .anyMatch(part -> !rows.hasPackage(part, requestFor(part, request))
                        && !get(part).standing().isWithdrawable());
        if (tooLate) {
            return Optional.of(Refusal.of("submission.refusal.too-late-to-withdraw"));
        }
        back.forEach(part -> withdraw(part, requestFor(part, request), actor));
        parts.stream()
                .filter(part -> !back.isEmpty() && !which.contains(part))
                .filter(part -> get(part).standing().isWithdrawable())
                .forEach(part -> telling.corridor().pass(new PartKept(part, now())));
        return Optional.empty();
    }

    private static UUID requestFor(UUID part, UUID request) {
        return UUID.nameUUIDFromBytes((part + " withdraw " + request).getBytes(StandardCharsets.UTF_8));
    }

    private int lock(UUID id) {
        return rows.lock(id).orElseThrow(() -> new ProblemException(SubmissionProblem.SUBMISSION_UNKNOWN));
    }

    private SubmissionFile get(UUID id) {
        return find(id).orElseThrow(() -> new ProblemException(SubmissionProblem.SUBMISSION_UNKNOWN));
    }

    /// Microseconds, as the database keeps them: what is signed must be what is read.
    private Instant now() {
        return seal.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
