@NullMarked
package town.machi.shelter.missing;

import org.jspecify.annotations.NullMarked;
