@NullMarked
package town.machi.platform.backup;

import org.jspecify.annotations.NullMarked;
