/// What a shelter works with when nothing runs: the entry form, the empty roster, the poster for the wall.
@NullMarked
package town.machi.shelter.paper;

import org.jspecify.annotations.NullMarked;
