package town.machi.alert.web;

import java.time.Instant;
import java.util.List;
import town.machi.shell.Template;

/// What the town has announced, for everybody.
record AlertsPage(List<Order> orders, List<Line> on, List<Line> past) implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }

    /// The mayor's order of one level.
    record Order(int level, String name, String where) {}

    /// @param level 0: none
    record Line(String href, String first, String title, String where, Instant at, int level, boolean drill) {}
}
