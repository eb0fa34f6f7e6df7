@NullMarked
package town.machi.water.jdbc;

import org.jspecify.annotations.NullMarked;
