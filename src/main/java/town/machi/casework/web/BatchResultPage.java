package town.machi.casework.web;

import java.util.List;
import town.machi.shell.Template;

/// Which of many were done, and why others not.
///
/// @param query of the inbox to go back to
record BatchResultPage(List<Line> done, List<Line> undone, String query) implements Template {

    /// @param href empty where the case is not there for this person
    record Line(String receipt, String name, String href, String sentence) {}
}
