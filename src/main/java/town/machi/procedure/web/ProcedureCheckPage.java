package town.machi.procedure.web;

import java.util.List;
import town.machi.procedure.Fault;
import town.machi.shell.Template;

/// A place to try a definition: everything that is wrong with it, at once. Nothing is published.
///
/// @param checked whether something was checked
record ProcedureCheckPage(String yaml, boolean checked, List<Fault> faults) implements Template {

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }
}
