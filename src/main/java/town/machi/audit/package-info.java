/// Append-only record of writes and reads of personal data, and its sealer.
@ApplicationModule(
        displayName = "証跡",
        allowedDependencies = {"kernel", "platform", "shell", "shell :: component", "shell :: layout"})
@NullMarked
package town.machi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
