/// The list of places as a file: the columns of the 自治体標準オープンデータセット, in and out.
@NullMarked
package town.machi.shelter.list;

import org.jspecify.annotations.NullMarked;
