/// Reads the folder that the town edits.
@NullMarked
package town.machi.platform.town;

import org.jspecify.annotations.NullMarked;
