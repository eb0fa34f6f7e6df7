@NullMarked
package town.machi.shelter.replay;

import org.jspecify.annotations.NullMarked;
