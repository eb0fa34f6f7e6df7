package town.machi.demo.web;

import java.util.List;
import town.machi.shell.Template;

/// What there is to see in the demo, and how to get in.
record DemoPage(List<Account> accounts) implements Template {

    /// @param roles 上下水道課　受付・担当
    /// @param code six digits, good for this half minute
    record Account(String name, String roles, String mail, String password, String code) {}
}
