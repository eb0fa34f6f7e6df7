package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import town.machi.procedure.WorkflowPlan.Meaning;

/// Where a case stands. What cannot be, cannot be written: only a case that waits for the resident has open fields,
/// and only one that goes on has a day by which something must happen.
///
/// Source: 申請管理システム標準仕様書, 審査・ステータス管理.
public sealed interface CaseState {

    /// The state's id in the workflow of the definition: `received`.
    String id();

    /// When it came into this state.
    Instant since();

    /// The town works.
    ///
    /// @param dueOn the last day on which it is not overdue; empty where the definition sets no deadline
    record Open(String id, Instant since, Optional<LocalDate> dueOn) implements CaseState {}

    /// The resident was asked to correct named fields.
    ///
    /// @param openFields paths of the questions that the resident may answer again; never empty
    /// @param returnTo the state to which an answer brings it back
    record Correcting(String id, Instant since, Optional<LocalDate> dueOn, Set<String> openFields, String returnTo)
            implements CaseState {

        public Correcting {
            openFields = Set.copyOf(openFields);
            if (openFields.isEmpty()) {
                throw new IllegalArgumentException("sent back without a field");
            }
        }
    }

    /// It has come to its end. Nothing leads out of here.
    ///
    /// @param end `DONE`, `PARTLY`, `REFUSED` or `WITHDRAWN`
    record Closed(String id, Instant since, Meaning end) implements CaseState {

        public Closed {
            if (end == Meaning.OPEN || end == Meaning.CORRECTING) {
                throw new IllegalArgumentException("not an end: " + end);
            }
        }
    }

    default Meaning meaning() {
        return switch (this) {
            case Open _ -> Meaning.OPEN;
            case Correcting _ -> Meaning.CORRECTING;
            case Closed closed -> closed.end();
        };
    }

    default Optional<LocalDate> deadline() {
        return switch (this) {
            case Open open -> open.dueOn();
            case Correcting correcting -> correcting.dueOn();
            case Closed _ -> Optional.empty();
        };
    }

    default Set<String> fieldsOpen() {
        return switch (this) {
            case Correcting correcting -> correcting.openFields();
            case Open _, Closed _ -> Set.of();
        };
    }

    default boolean isClosed() {
        return this instanceof Closed;
    }

    /// @param today in Tokyo
    default boolean isOverdue(LocalDate today) {
        return deadline().filter(today::isAfter).isPresent();
    }
}
