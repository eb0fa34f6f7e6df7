@NullMarked
package town.machi.waste;

import org.jspecify.annotations.NullMarked;
