package town.machi.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import town.machi.kernel.Refusal;

/// What a message must hold before anybody may approve it. Each rule says what to mend.
final class ContentRules {

    private interface Rule {
        Optional<Refusal> findFault(AlertAct act, Content content, Instant now);
    }

    private static final List<Rule> RULES = List.of(
            ContentRules::needsDistricts,
            ContentRules::onlyEvacuationIsAnOrder,
            ContentRules::orderNeedsDecision,
            ContentRules::decisionIsNotAhead,
            ContentRules::searchNeedsAnEnd);

    private ContentRules() {}

    static Optional<Refusal> findFault(AlertAct act, Content content, Instant now) {
        return RULES.stream()
                .flatMap(rule -> rule.findFault(act, content, now).stream())
                .findFirst();
    }

    private static Optional<Refusal> needsDistricts(AlertAct act, Content content, Instant now) {
        return content.districts().isEmpty() ? refuse("alert.refusal.no-district") : Optional.empty();
    }

    /// 気象庁 and notices have no order of the mayor in them.
    private static Optional<Refusal> onlyEvacuationIsAnOrder(AlertAct act, Content content, Instant now) {
        boolean order = content.order().isPresent();
        return order && content.kind() != AlertKind.EVACUATION
                ? refuse("alert.refusal.not-an-order")
                : Optional.empty();
    }

    private static Optional<Refusal> orderNeedsDecision(AlertAct act, Content content, Instant now) {
        if (content.kind() != AlertKind.EVACUATION) {
            return Optional.empty();
        }
        boolean whole = content.orderLevel().isPresent()
                && content.order()
                        .filter(order -> !order.grounds().isBlank()
                                && !order.deciderTitle().isBlank())
                        .isPresent();
        return whole ? Optional.empty() : refuse("alert.refusal.no-decision");
    }

    private static Optional<Refusal> decisionIsNotAhead(AlertAct act, Content content, Instant now) {
        return content.order()
                        .filter(order -> order.decidedAt().isAfter(now)
                                || order.issuedAt()
                                        .filter(issued -> issued.isBefore(order.decidedAt()))
                                        .isPresent())
                        .isPresent()
                ? refuse("alert.refusal.decision-ahead")
                : Optional.empty();
    }

    private static Optional<Refusal> searchNeedsAnEnd(AlertAct act, Content content, Instant now) {
        if (content.until().filter(end -> !end.isAfter(now)).isPresent()) {
            return refuse("alert.refusal.end-passed");
        }
        boolean open = content.kind() == AlertKind.MISSING
                && (act == AlertAct.ISSUE || act == AlertAct.CORRECT)
                && content.until().isEmpty();
        return open ? refuse("alert.refusal.no-end") : Optional.empty();
    }

    private static Optional<Refusal> refuse(String key) {
        return Optional.of(Refusal.of(key));
    }
}
