/// SQL of this room.
@NullMarked
package town.machi.submission.jdbc;

import org.jspecify.annotations.NullMarked;
