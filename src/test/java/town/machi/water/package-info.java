@NullMarked
package town.machi.water;

import org.jspecify.annotations.NullMarked;
