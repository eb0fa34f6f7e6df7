@NullMarked
package town.machi.alert;

import org.jspecify.annotations.NullMarked;
