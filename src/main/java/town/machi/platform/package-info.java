/// The ground: database, clock, ids, jobs, settings, files, limits.
@ApplicationModule(
        displayName = "土台",
        allowedDependencies = {"kernel"})
@NullMarked
package town.machi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
