package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.procedure.ProcedureName;

/// 廃棄の伺い, and once it is done 廃棄記録: who proposed, who agreed, and what became of each case.
///
/// @param number counted through the town: 廃棄 第3号
/// @param catalogue SHA-256 of the 廃棄目録 as it was proposed
public record Disposal(
        UUID id,
        long number,
        Shelf shelf,
        String title,
        String reason,
        String catalogue,
        Mark proposed,
        State state,
        Optional<Mark> decided,
        String words,
        Optional<Instant> finished,
        Map<Outcome, Long> outcomes) {

    /// What is proposed together: the closed cases of one procedure, one section and one fiscal year of closing.
    public record Shelf(ProcedureName procedure, SectionId section, FiscalYear year) {

        public String path() {
            return "/office/keeping/" + procedure.value() + "/" + section.value() + "/" + year.year();
        }
    }

    public record Mark(StaffId by, Instant at) {}

    /// Stored by name.
    public enum State {
        PROPOSED("承認待ち"),
        APPROVED("廃棄しています"),
        RETURNED("差戻し"),
        WITHDRAWN("取下げ"),
        DONE("廃棄しました");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Stored by name.
    public enum Outcome {
        WAITING("まだ残っています"),
        DESTROYED("廃棄しました"),
        HELD("保留のため残しました"),
        KEPT("保存期間が残っているため残しました"),
        GONE("先に消えていました"),
        RETURNED("廃棄しませんでした");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// One line of the 廃棄目録.
    public record Item(CaseId id, ReceiptNumber receipt, LocalDate closedOn, LocalDate keptUntil, Outcome outcome) {

        /// As the hash of the 目録 is made of it.
        public String line() {
            return receipt.symbols() + "\t" + closedOn + "\t" + keptUntil + "\n";
        }
    }

    public String subject() {
        return "casework.disposal:" + id;
    }

    public long count() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /// Whoever works on the cases of a section proposes.
    public static boolean mayPropose(Actor.Staff staff, SectionId section) {
        return staff.isIn(section) && (staff.has(Role.HANDLER) || staff.has(Role.DECIDER));
    }

    /// Whoever decides in the section, or in the one that looks after the town's records, agrees or gives back.
    ///
    /// @param records 文書主管課
    public static boolean mayDecide(Actor.Staff staff, SectionId section, SectionId records) {
        return staff.has(Role.DECIDER) && (staff.isIn(section) || staff.isIn(records));
    }

    /// Why this person may not take it back now: only whoever proposed it may, as long as nobody has decided.
    public Optional<Refusal> refuseWithdrawal(Actor.Staff staff) {
        if (!staff.staffId().equals(proposed.by())) {
            return Optional.of(Refusal.of("casework.keeping.not-the-proposer"));
        }
        return state == State.PROPOSED ? Optional.empty() : Optional.of(Refusal.of("casework.keeping.decided-already"));
    }

    /// Why this person may not decide now.
    public Optional<Refusal> refuse(Actor.Staff staff, SectionId records) {
        if (staff.staffId().equals(proposed.by())) {
            return Optional.of(Refusal.of("casework.keeping.same-person"));
        }
        if (!mayDecide(staff, shelf.section(), records)) {
            return Optional.of(Refusal.of("casework.keeping.not-a-decider"));
        }
        return state == State.PROPOSED ? Optional.empty() : Optional.of(Refusal.of("casework.keeping.decided-already"));
    }
}
