/// What we hand over: PDF, document numbers.
@ApplicationModule(
        displayName = "文書",
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
            "casework"
        })
@NullMarked
package town.machi.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
