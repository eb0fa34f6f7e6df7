@NullMarked
package town.machi.water.register;

import org.jspecify.annotations.NullMarked;
