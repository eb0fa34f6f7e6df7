@NullMarked
package town.machi.shelter.report;

import org.jspecify.annotations.NullMarked;
