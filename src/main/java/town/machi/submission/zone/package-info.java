/// What passes the cut between two zones, as letters (decision 0034).
@NullMarked
package town.machi.submission.zone;

import org.jspecify.annotations.NullMarked;
