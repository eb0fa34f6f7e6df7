/// One message, every channel, two ways: orders of the mayor, weather, notices, and what residents answer.
@ApplicationModule(
        displayName = "災害情報",
        allowedDependencies = {
            "kernel",
            "platform",
            "shell",
            "shell :: component",
            "shell :: layout",
            "audit",
            "messaging",
            "identity",
            "shelter"
        })
@NullMarked
package town.machi.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
