/// What we do with it: workflow, inbox, decisions, history.
@ApplicationModule(
        displayName = "審査・処理",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell :: component",
            "shell :: layout",
            "audit",
            "messaging",
            "identity",
            "procedure",
            "form",
            "submission"
        })
@NullMarked
package town.machi.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
