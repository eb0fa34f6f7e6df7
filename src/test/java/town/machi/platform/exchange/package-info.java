@NullMarked
package town.machi.platform.exchange;

import org.jspecify.annotations.NullMarked;
