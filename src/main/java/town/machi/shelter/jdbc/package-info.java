/// SQL of the room.
@NullMarked
package town.machi.shelter.jdbc;

import org.jspecify.annotations.NullMarked;
