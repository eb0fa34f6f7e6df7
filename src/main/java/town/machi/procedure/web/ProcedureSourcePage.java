package town.machi.procedure.web;

import java.util.List;
import town.machi.shell.Template;

/// The files of one published version.
record ProcedureSourcePage(String name, String title, String version, String hash, List<File> files)
        implements Template {

    record File(String name, List<String> lines) {}
}
