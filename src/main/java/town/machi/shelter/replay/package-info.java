/// The real nights of July 2026, played again with made-up people. Only with MACHI_REPLAY.
@NullMarked
package town.machi.shelter.replay;

import org.jspecify.annotations.NullMarked;
