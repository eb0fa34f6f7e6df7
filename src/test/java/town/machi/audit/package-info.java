@NullMarked
package town.machi.audit;

import org.jspecify.annotations.NullMarked;
