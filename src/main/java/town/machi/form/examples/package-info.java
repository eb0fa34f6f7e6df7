/// Runs the examples beside the procedures, and `bin/check`.
@NullMarked
package town.machi.form.examples;

import org.jspecify.annotations.NullMarked;
