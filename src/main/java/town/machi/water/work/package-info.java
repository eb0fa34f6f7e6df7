/// The work behind the notice: orders, visits, what is told to the billing system, reminders, figures.
@NullMarked
package town.machi.water.work;

import org.jspecify.annotations.NullMarked;
