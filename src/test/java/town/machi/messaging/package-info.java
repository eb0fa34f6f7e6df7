@NullMarked
package town.machi.messaging;

import org.jspecify.annotations.NullMarked;
