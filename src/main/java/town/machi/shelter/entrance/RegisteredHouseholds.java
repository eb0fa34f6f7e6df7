package town.machi.shelter.entrance;

import java.util.List;
import town.machi.shelter.HouseholdCode.Household;

/// The households that registered at home: what a desk finds people among. One bean in the room gives them.
public interface RegisteredHouseholds {

    /// Another number whenever anything has changed.
    long version();

    /// All of them.
    List<Household> list();
}
