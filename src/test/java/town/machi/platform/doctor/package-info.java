@NullMarked
package town.machi.platform.doctor;

import org.jspecify.annotations.NullMarked;
