package town.machi.identity;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.audit.StaffNames;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.StaffId;

/// Tells the auditor's screen who the ids on the trail are, while the staff list knows it.
@Component
class TrailNames implements StaffNames {

    private final StaffRows rows;

    TrailNames(StaffRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<StaffId, String> findNames(Set<StaffId> ids) {
        return ids.stream()
                .flatMap(id -> rows.find(id).stream())
                .map(Account::member)
                .collect(Collectors.toMap(StaffMember::id, StaffMember::name));
    }

    @Override
    public Set<StaffId> search(String words) {
        return rows.list(new StaffQuery(words, null, null, 1)).stream()
                .map(account -> account.member().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
