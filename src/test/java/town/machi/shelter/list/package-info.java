@NullMarked
package town.machi.shelter.list;

import org.jspecify.annotations.NullMarked;
