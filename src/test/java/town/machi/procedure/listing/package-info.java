@NullMarked
package town.machi.procedure.listing;

import org.jspecify.annotations.NullMarked;
