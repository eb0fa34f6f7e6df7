@NullMarked
package town.machi.messaging.line;

import org.jspecify.annotations.NullMarked;
