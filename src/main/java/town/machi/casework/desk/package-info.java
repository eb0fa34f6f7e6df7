/// What is done at the desk: opening, acting, handing over, linking, watching deadlines. Each takes one transaction.
@NullMarked
package town.machi.casework.desk;

import org.jspecify.annotations.NullMarked;
