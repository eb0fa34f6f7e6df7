package town.machi.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import town.machi.kernel.Role;

/// The workflow as data: the states of a case and the acts that lead from one to another.
///
/// @param first the state of a case that has just arrived
/// @param states by id, in the order of the file
public record WorkflowPlan(String first, Map<String, State> states) {

    /// @param id ASCII: `received`
    /// @param within business days after which the state is overdue
    /// @param publicLabel what the resident reads; the label where the file says nothing else
    /// @param meaning what kind of state it is
    /// @param firm what was asked is done already, though the town still works: nobody can take it back any more
    /// @param asking what the resident hands in while the case stands here; empty: nothing
    public record State(
            String id,
            Words label,
            Words publicLabel,
            OptionalInt within,
            Meaning meaning,
            boolean firm,
            Optional<Asking> asking,
            List<Act> acts) {

        /// The states to which something leads from here: acts of the office, or the answers that it asks for.
        public List<String> next() {
            return Stream.concat(acts.stream().map(Act::to), asking.stream().map(Asking::then))
                    .toList();
        }
    }

    /// A page of the form that is asked later than the others: 実績報告, 請求.
    ///
    /// @param page its id
    /// @param fields the questions on it; empty where the form has no such page
    /// @param then the state to which the answers lead
    public record Asking(String page, Set<String> fields, String then) {

        public Asking {
            fields = Set.copyOf(fields);
        }
    }

    /// Why a state exists, in words that every procedure shares.
    public enum Meaning {
        /// The town works.
        OPEN,
        /// The resident has been asked to correct named fields.
        CORRECTING,
        /// Done as asked: accepted, granted, agreed, answered.
        DONE,
        /// Granted in part, with a reason for the rest (一部許可, 部分開示).
        PARTLY,
        /// Refused with a reason.
        REFUSED,
        /// Taken back by the resident.
        WITHDRAWN
    }

    /// @param id ASCII: `accept`, `sendBack`, `complete`, `refuse`, or one of the file's own
    /// @param to the id of the state it leads to
    /// @param by who may; the roles of the file, or 担当 and 決裁 where it says nothing
    /// @param needsReason the act asks for words that the resident will read
    /// @param mail what the resident is told by mail; nothing where empty
    /// @param money what the act does to the money of a 補助金; empty: nothing
    public record Act(
            String id,
            Words label,
            String to,
            Set<Role> by,
            boolean needsReason,
            Optional<Words> mail,
            Optional<MoneyStep> money) {

        /// The act that opens named fields to the resident.
        public static final String SEND_BACK = "sendBack";
    }
}
