@NullMarked
package town.machi.alert.words;

import org.jspecify.annotations.NullMarked;
