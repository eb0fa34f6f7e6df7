/// The time afterwards: the list goes to the 被災者台帳, and on its day the names go.
@NullMarked
package town.machi.shelter.after;

import org.jspecify.annotations.NullMarked;
