/// Staff, sections, roles and sign-in.
@ApplicationModule(
        displayName = "職員・住民",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell :: component",
            "shell :: layout",
            "audit",
            "messaging"
        })
@NullMarked
package town.machi.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
