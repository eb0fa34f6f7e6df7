@NullMarked
package town.machi.demo.line;

import org.jspecify.annotations.NullMarked;
