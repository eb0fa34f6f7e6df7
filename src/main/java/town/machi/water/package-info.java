/// 水道: supply points, crews and their days, work orders, readings, settlement.
@ApplicationModule(
        displayName = "水道",
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
            "submission",
            "casework",
            "document"
        })
@NullMarked
package town.machi.water;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
