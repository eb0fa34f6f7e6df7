package town.machi.audit;

import java.util.Map;
import java.util.Set;
import town.machi.kernel.StaffId;

/// Extension point: who the ids on the trail are. The trail itself holds no name; names are joined when it is shown,
/// and are gone once the staff list has forgotten them.
public interface StaffNames {

    /// Names of those who are still known; the others are left out.
    Map<StaffId, String> findNames(Set<StaffId> ids);

    /// Staff whose name holds these words.
    Set<StaffId> search(String words);
}
