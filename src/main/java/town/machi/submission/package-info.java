/// What was said: drafts, frozen answers, receipts, tracking.
@ApplicationModule(
        displayName = "届出",
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
            "form"
        })
@NullMarked
package town.machi.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
