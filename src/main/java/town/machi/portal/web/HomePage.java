package town.machi.portal.web;

import java.util.List;
import town.machi.shell.HomeTile;
import town.machi.shell.Template;

/// The front page: what is on, what one can do, when the hall is open.
record HomePage(List<HomeTile.Tile> doors, List<ProcedureRow> procedures, Hall hall) implements Template {

    /// @param open whether it is open now, in words
    /// @param address empty where it is not set
    record Hall(boolean isOpen, String open, String hours, String telephone, String address) {}

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
