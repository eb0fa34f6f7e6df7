/// The frame of every screen: layout, components, error pages, CSP, CSRF, languages.
@ApplicationModule(
        displayName = "画面の枠",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package town.machi.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
