/// The devices at the entrances: how one becomes a desk, how long it may read its list, what it sends and gets.
@NullMarked
package town.machi.shelter.entrance;

import org.jspecify.annotations.NullMarked;
