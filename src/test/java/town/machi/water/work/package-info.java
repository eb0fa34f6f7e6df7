@NullMarked
package town.machi.water.work;

import org.jspecify.annotations.NullMarked;
