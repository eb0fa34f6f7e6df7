package town.machi.alert.web;

import java.util.List;
import town.machi.shell.Template;

/// The list of whom to call, to be replaced as a whole.
record ContactsPage(int count, String typed, List<String> faults, boolean done) implements Template {

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }
}
