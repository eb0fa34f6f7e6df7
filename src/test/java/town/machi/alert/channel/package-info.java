@NullMarked
package town.machi.alert.channel;

import org.jspecify.annotations.NullMarked;
