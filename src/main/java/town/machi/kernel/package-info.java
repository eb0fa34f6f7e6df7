/// Values that depend on nothing: days, names, places, numbers, and who acts.
@ApplicationModule(
        displayName = "共通の語彙",
        allowedDependencies = {})
@NullMarked
package town.machi.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
