/// What the doors of the room do.
@NullMarked
package town.machi.shelter.desk;

import org.jspecify.annotations.NullMarked;
