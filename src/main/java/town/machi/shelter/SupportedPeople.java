package town.machi.shelter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.jdbc.SupportedRows;
import town.machi.shelter.missing.FollowUps;
import town.machi.shelter.missing.SupportAccess;

/// The front door to the 避難行動要支援者名簿: the town has one list of them, and it is here. Reading is not in the
/// audit; whoever shows it to somebody records that.
@Component
public class SupportedPeople {

    private final SupportedRows rows;
    private final FollowUps followUps;
    private final SupportAccess access;

    SupportedPeople(SupportedRows rows, FollowUps followUps, SupportAccess access) {
        this.rows = rows;
        this.followUps = followUps;
        this.access = access;
    }

    public int count() {
        return rows.count();
    }

    /// Those who live in these districts, by kana; nobody, where the list is not for whoever asks.
    ///
    /// @param drill only those who consented to being named in calm days
    public List<SupportedPerson> list(Set<String> districts, boolean drill, Actor.Staff asks) {
        return access.isFor(asks) ? rows.list(districts, drill) : List.of();
    }

    /// Somebody called them about a message: noted with what is going on, whether real or a drill.
    public void called(UUID person, boolean reached, boolean drill, Actor.Staff by) {
        followUps.called(person, reached, drill, by);
    }
}
