@NullMarked
package town.machi.form.examples;

import org.jspecify.annotations.NullMarked;
