/// ごみの日: which kind is collected when, district by district.
@ApplicationModule(
        displayName = "ごみの日",
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
package town.machi.waste;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
