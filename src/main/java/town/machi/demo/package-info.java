/// The demo town: made-up people and cases, the mailbox page. Only with MACHI_DEMO.
@ApplicationModule(
        displayName = "実演",
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
            "document",
            "water",
            "waste",
            "portal"
        })
@NullMarked
package town.machi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
