@NullMarked
package town.machi.identity;

import org.jspecify.annotations.NullMarked;
