/// What the town offers: procedures as data, checked and published in versions.
@ApplicationModule(
        displayName = "手続の定義",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell :: component",
            "shell :: layout",
            "audit",
            "messaging",
            "identity"
        })
@NullMarked
package town.machi.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
