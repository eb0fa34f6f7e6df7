/// The port for what the J-ALERT receiver starts: HTTP, and a watched folder.
@NullMarked
package town.machi.alert.jalert;

import org.jspecify.annotations.NullMarked;
