/// The front page and the search over everything public.
@ApplicationModule(
        displayName = "町の玄関",
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
package town.machi.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
