@NullMarked
package town.machi.platform.vitals;

import org.jspecify.annotations.NullMarked;
