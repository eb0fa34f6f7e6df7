@NullMarked
package town.machi.submission.zone;

import org.jspecify.annotations.NullMarked;
