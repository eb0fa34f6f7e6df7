/// What of the frame passes between two zones: the banners.
@NullMarked
package town.machi.shell.relay;

import org.jspecify.annotations.NullMarked;
