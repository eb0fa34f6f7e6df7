/// The cut between two zones: letters as signed, numbered files in a folder.
@NullMarked
package town.machi.platform.exchange;

import org.jspecify.annotations.NullMarked;
