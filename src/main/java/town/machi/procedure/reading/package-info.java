/// From nodes to the records of a definition.
@NullMarked
package town.machi.procedure.reading;

import org.jspecify.annotations.NullMarked;
