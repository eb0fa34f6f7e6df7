@NullMarked
package town.machi.journeys;

import org.jspecify.annotations.NullMarked;
