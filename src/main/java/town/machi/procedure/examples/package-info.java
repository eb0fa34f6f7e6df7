/// Examples beside a procedure are its tests.
@NullMarked
package town.machi.procedure.examples;

import org.jspecify.annotations.NullMarked;
