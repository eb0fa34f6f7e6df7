/// The ground's SQL.
@NullMarked
package town.machi.platform.jdbc;

import org.jspecify.annotations.NullMarked;
