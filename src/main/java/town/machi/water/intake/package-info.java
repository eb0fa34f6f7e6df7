/// What happens when a case about water is opened: which point, is it a second one, does somebody owe, which day.
@NullMarked
package town.machi.water.intake;

import org.jspecify.annotations.NullMarked;
