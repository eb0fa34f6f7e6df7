package town.machi.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.Language;
import town.machi.messaging.jdbc.FriendRows;

/// The friends of the town's LINE account, as the town's own database knows them. Who leaves is forgotten.
@Component
public class Friends {

    private final FriendRows rows;
    private final Districts districts;

    Friends(FriendRows rows, Districts districts) {
        this.rows = rows;
        this.districts = districts;
    }

    public int count(Segment segment) {
        return rows.count(segment);
    }

    /// How many friends each district has; those who have not said it stand under the empty text.
    public Map<String, Integer> countByDistrict() {
        return rows.countByDistrict();
    }

    /// The oldest friend first.
    ///
    /// @param after the last one of the page before, or null
    public List<Friend> list(Segment segment, @org.jspecify.annotations.Nullable FriendId after, int limit) {
        return rows.list(segment, after, limit);
    }

    public Optional<Friend> find(FriendId id) {
        return rows.find(id);
    }

    /// @throws IllegalArgumentException when the town has no such district
    @Transactional
    public void changeDistrict(FriendId id, String district) {
        if (districts.find(district).isEmpty()) {
            throw new IllegalArgumentException("The town has no district of that name");
        }
        rows.changeDistrict(id, district);
    }

    @Transactional
    public void changeLanguage(FriendId id, Language language) {
        rows.changeLanguage(id, language);
    }
}
