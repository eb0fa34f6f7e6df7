/// The rules of the house, checked.
@NullMarked
package town.machi.architecture;

import org.jspecify.annotations.NullMarked;
