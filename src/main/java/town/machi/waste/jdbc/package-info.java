/// The room's SQL.
@NullMarked
package town.machi.waste.jdbc;

import org.jspecify.annotations.NullMarked;
