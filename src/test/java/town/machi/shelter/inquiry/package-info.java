@NullMarked
package town.machi.shelter.inquiry;

import org.jspecify.annotations.NullMarked;
