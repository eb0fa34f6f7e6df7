package town.machi.casework.web;

import java.util.List;
import town.machi.shell.Template;

/// What one's section gave away: the trace that stays.
record GivenPage(List<Line> lines) implements Template {

    record Line(String receipt, String when, String to, String by, String reason) {}
}
