/// Where people flee to and stay: in and out, counted by itself, even with no line.
@ApplicationModule(
        displayName = "避難所",
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
package town.machi.shelter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
