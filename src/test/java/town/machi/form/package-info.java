@NullMarked
package town.machi.form;

import org.jspecify.annotations.NullMarked;
