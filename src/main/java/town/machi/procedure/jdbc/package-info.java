/// The table of published versions.
@NullMarked
package town.machi.procedure.jdbc;

import org.jspecify.annotations.NullMarked;
