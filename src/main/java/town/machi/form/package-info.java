/// How we ask: questions, pages, answers; the journey is computed, never stored.
@ApplicationModule(
        displayName = "様式",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell :: component",
            "shell :: layout",
            "audit",
            "messaging",
            "identity",
            "procedure"
        })
@NullMarked
package town.machi.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
