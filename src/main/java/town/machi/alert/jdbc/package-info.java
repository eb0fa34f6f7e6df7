/// SQL of the alert room.
@NullMarked
package town.machi.alert.jdbc;

import org.jspecify.annotations.NullMarked;
