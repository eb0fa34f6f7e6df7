/// Conditions in CEL, and their faults in Japanese.
@NullMarked
package town.machi.procedure.conditions;

import org.jspecify.annotations.NullMarked;
