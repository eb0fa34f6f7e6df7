/// The audit's SQL.
@NullMarked
package town.machi.audit.jdbc;

import org.jspecify.annotations.NullMarked;
