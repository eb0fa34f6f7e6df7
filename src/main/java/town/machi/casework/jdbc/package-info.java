/// The tables of casework.
@NullMarked
package town.machi.casework.jdbc;

import org.jspecify.annotations.NullMarked;
