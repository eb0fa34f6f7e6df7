@NullMarked
package town.machi.audit.chain;

import org.jspecify.annotations.NullMarked;
