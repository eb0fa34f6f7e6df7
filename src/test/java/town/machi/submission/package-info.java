@NullMarked
package town.machi.submission;

import org.jspecify.annotations.NullMarked;
