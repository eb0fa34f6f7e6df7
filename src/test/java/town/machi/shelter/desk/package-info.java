@NullMarked
package town.machi.shelter.desk;

import org.jspecify.annotations.NullMarked;
