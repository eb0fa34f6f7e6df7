/// The whole town as one file, and back: `bin/backup` and `bin/restore`.
@NullMarked
package town.machi.platform.backup;

import org.jspecify.annotations.NullMarked;
