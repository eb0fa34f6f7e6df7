/// How the town fares: for the status page, for metrics, for `bin/doctor`.
@NullMarked
package town.machi.platform.vitals;

import org.jspecify.annotations.NullMarked;
