@NullMarked
package town.machi.shelter;

import org.jspecify.annotations.NullMarked;
