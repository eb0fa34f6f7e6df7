/// One outbox for whatever leaves the house.
@ApplicationModule(
        displayName = "通知",
        allowedDependencies = {"kernel", "platform", "shell", "shell :: component", "shell :: layout", "audit"})
@NullMarked
package town.machi.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
