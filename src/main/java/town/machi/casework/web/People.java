package town.machi.casework.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.StaffId;

/// Names of those who did something, for one page: each is looked up once.
final class People {

    private final Map<StaffId, String> names = new HashMap<>();
    private final StaffDirectory directory;

    People(StaffDirectory directory) {
        this.directory = directory;
    }

    String name(StaffId id) {
        return names.computeIfAbsent(id, directory::nameOf);
    }

    /// Empty where nobody has it.
    String name(Optional<StaffId> id) {
        return id.map(this::name).orElse("");
    }

    /// @param actor `staff:…`, `resident:…`, `system:…`
    String actor(String actor) {
        String kind = actor.substring(0, actor.indexOf(':'));
        return switch (kind) {
            case "staff" -> name(new StaffId(UUID.fromString(actor.substring("staff:".length()))));
            case "resident" -> "届け出た人";
            default -> "自動";
        };
    }
}
