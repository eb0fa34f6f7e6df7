package town.machi.shelter;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.ProblemException;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ShelterRows;
import town.machi.shelter.vacancy.Board;

/// The front door to the places: which there are, which are open, for what. Nothing in here is about a person.
@Component
public class Shelters {

    private final ShelterRows rows;
    private final OpeningRows openings;
    private final Board board;

    Shelters(ShelterRows rows, OpeningRows openings, Board board) {
        this.rows = rows;
        this.openings = openings;
        this.board = board;
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

    /// How full the open ones are, as everybody may know it; from memory.
    public List<Vacancy> listVacancies() {
        return board.now().vacancies();
    }
}
