package town.machi.demo.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import town.machi.messaging.District;
import town.machi.shell.Template;

/// The telephones of the demo's residents, side by side.
record PhonesPage(List<Phone> phones, List<District> places) implements Template {

    /// @param number counts from 1
    /// @param menu the rich menu that this one sees
    /// @param picture id of the menu whose picture it is; empty: none
    record Phone(
            int number,
            String name,
            boolean friend,
            List<Line> lines,
            List<Choice> choices,
            List<Choice> menu,
            String picture) {}

    /// What stands in the talk.
    ///
    /// @param own whether the resident said it
    /// @param buttons under the text, where there are any
    record Line(boolean own, String text, List<Choice> buttons, Instant at, boolean silent) {}

    /// What can be tapped.
    sealed interface Choice {

        String label();

        record Tap(String label, String data, String said) implements Choice {}

        record Say(String label, String text) implements Choice {}

        record Open(String label, URI page) implements Choice {}

        /// Opens the camera or the map: below, in this demo.
        record Device(String label, String target) implements Choice {}
    }
}
