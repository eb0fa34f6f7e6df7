@NullMarked
package town.machi.water.intake;

import org.jspecify.annotations.NullMarked;
