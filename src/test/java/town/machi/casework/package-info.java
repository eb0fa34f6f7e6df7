/// What is promised of casework.
@NullMarked
package town.machi.casework;

import org.jspecify.annotations.NullMarked;
