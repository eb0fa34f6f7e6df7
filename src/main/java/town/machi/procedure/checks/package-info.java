/// What must hold in a definition: one small class for each rule.
@NullMarked
package town.machi.procedure.checks;

import org.jspecify.annotations.NullMarked;
