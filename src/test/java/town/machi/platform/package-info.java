@NullMarked
package town.machi.platform;

import org.jspecify.annotations.NullMarked;
