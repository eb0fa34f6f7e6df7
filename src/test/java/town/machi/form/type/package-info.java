@NullMarked
package town.machi.form.type;

import org.jspecify.annotations.NullMarked;
