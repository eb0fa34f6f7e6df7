@NullMarked
package town.machi.procedure;

import org.jspecify.annotations.NullMarked;
