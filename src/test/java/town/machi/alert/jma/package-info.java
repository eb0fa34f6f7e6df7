@NullMarked
package town.machi.alert.jma;

import org.jspecify.annotations.NullMarked;
