@NullMarked
package town.machi.platform.database;

import org.jspecify.annotations.NullMarked;
