package town.machi.alert.web;

import java.util.List;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// The feeds and what came of them.
///
/// @param watched whether a feed is configured at all
/// @param unreadable how many of the last day could not be read
record TelegramsPage(boolean watched, List<Feed> feeds, int unreadable, List<Line> lines) implements Template {

    record Feed(String url, String okAt, String changedAt, String fault, boolean silent) {}

    /// @param href of the message that it made or changed; empty: none
    record Line(String id, String type, String headline, String receivedAt, Chip outcome, String fault, String href) {}
}
