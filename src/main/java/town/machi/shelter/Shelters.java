package town.machi.shelter;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.ProblemException;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ShelterRows;

/// The front door to the places: which there are, which are open, for what. Nothing in here is about a person.
@Component
public class Shelters {

    private final ShelterRows rows;
    private final OpeningRows openings;

    Shelters(ShelterRows rows, OpeningRows openings) {
        this.rows = rows;
        this.openings = openings;
    }

    /// All places, the main ones first.
    public List<Shelter> list() {
        return rows.list();
    }

    public Optional<Shelter> find(ShelterId id) {
        return rows.find(id);
    }

    public Shelter get(ShelterId id) {
        return find(id).orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_SHELTER));
    }

    public Optional<Opening> findOpening(OpeningId id) {
        return openings.find(id);
    }

    /// Those that are not closed, in the order in which they were called.
    public List<Opening> listLive() {
        return openings.live();
    }

    /// What is or was happening, the newest first.
    public List<Disaster> listDisasters() {
        return openings.disasters();
    }

    public Optional<Disaster> findDisaster(DisasterId id) {
        return openings.findDisaster(id);
    }
}
