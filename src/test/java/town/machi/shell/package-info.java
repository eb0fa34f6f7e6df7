@NullMarked
package town.machi.shell;

import org.jspecify.annotations.NullMarked;
