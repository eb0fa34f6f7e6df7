package town.machi.casework;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import town.machi.kernel.StaffId;

/// A draft for a decision (起案): what act is to be done with a case, and why.
///
/// @param round the how-manieth draft of its case
/// @param act id of the act in the workflow
/// @param inState the state of the case in which it was written; in no other can the act be done
/// @param text what it says
/// @param way how it is decided
public record Proposal(
        ProposalId id,
        CaseId caseId,
        int round,
        String act,
        String inState,
        Text text,
        Instant draftedAt,
        Way way,
        Stage stage) {

    /// @param words 伺い文, read by those who decide
    /// @param reason what the resident will read; empty where the act needs none
    public record Text(String words, String reason) {}

    /// How it is decided: on a route, or elsewhere already.
    public sealed interface Way {

        StaffId drafter();

        /// @param times when each of its marks was made
        record On(Route route, List<Instant> times) implements Way {

            public On {
                times = List.copyOf(times);
            }

            @Override
            public StaffId drafter() {
                return route.drafter();
            }
        }

        /// @param number 文書番号 of the decision, with its day
        record Elsewhere(StaffId drafter, String number) implements Way {}
    }

    /// Where a draft stands, as lists find it.
    public enum Stage {
        WAITING("決裁中"),
        DECIDED("決裁済み"),
        DONE("実施済み"),
        RETURNED("差戻し"),
        WITHDRAWN("取下げ"),
        LAPSED("取りやめ");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Where its marks bring it. That it was carried out, they do not say.
        public static Stage of(Route route) {
            return switch (route.state()) {
                case Route.State.Waiting _ -> WAITING;
                case Route.State.Decided _ -> DECIDED;
                case Route.State.Ended(Route.Kind how) -> valueOf(how.name());
            };
        }
    }

    public Optional<Route> route() {
        return way instanceof Way.On(Route route, List<Instant> _) ? Optional.of(route) : Optional.empty();
    }

    /// Whether the act may be done now.
    public boolean isDecided() {
        return stage == Stage.DECIDED;
    }

    public boolean isOpen() {
        return stage == Stage.WAITING || stage == Stage.DECIDED;
    }

    public Proposal with(Text changed, Way next, Stage stage) {
        return new Proposal(id, caseId, round, act, inState, changed, draftedAt, next, stage);
    }
}
