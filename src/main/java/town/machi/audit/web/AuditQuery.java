package town.machi.audit.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.audit.AuditAction;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;

/// The query of the screen's address, as typed.
///
/// @param who a part of a name of staff, or an id
/// @param from first day, as typed
/// @param until last day, as typed
record AuditQuery(String who, String action, String subject, String from, String until) {

    /// @param parameter the value of a parameter by its name, null where it is missing
    static AuditQuery of(Function<String, @Nullable String> parameter) {
        return new AuditQuery(
                text(parameter, "who"),
                text(parameter, "action"),
                text(parameter, "subject"),
                text(parameter, "from"),
                text(parameter, "until"));
    }

    Optional<AuditAction> actionOf() {
        return Arrays.stream(AuditAction.values())
                .filter(each -> each.name().equals(action))
                .findFirst();
    }

    Optional<Instant> fromInstant() {
        return day(from).flatMap(Reading::findValue).map(AuditQuery::startOf);
    }

    Optional<Instant> untilInstant() {
        return day(until).flatMap(Reading::findValue).map(day -> startOf(day.plusDays(1)));
    }

    /// Why a day cannot be read, by the field's name.
    Map<String, Refusal> faults() {
        Map<String, Refusal> faults = new LinkedHashMap<>();
        day(from).flatMap(Reading::findRefusal).ifPresent(refusal -> faults.put("from", refusal));
        day(until).flatMap(Reading::findRefusal).ifPresent(refusal -> faults.put("until", refusal));
        return faults;
    }

    boolean isNarrowed() {
        return !fields().isEmpty();
    }

    /// Names of the fields that narrow the list, for the trail itself: not what was looked for.
    List<String> fields() {
        List<String> names = new ArrayList<>();
        parts().forEach((name, value) -> {
            if (!value.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    /// For an address; empty when nothing narrows the list.
    String query() {
        return parts().entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("who", who);
        parts.put("action", action);
        parts.put("subject", subject);
        parts.put("from", from);
        parts.put("until", until);
        return parts;
    }

    private static Optional<Reading<LocalDate>> day(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(Wareki.parse(typed));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessCalendar.TOKYO).toInstant();
    }

    private static String text(Function<String, @Nullable String> parameter, String name) {
        String value = parameter.apply(name);
        String stripped = value == null ? "" : value.strip();
        return stripped.length() > 200 ? stripped.substring(0, 200) : stripped;
    }
}
