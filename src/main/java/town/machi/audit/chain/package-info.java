/// The chain over the trail: the link, the sealer, the head outside the database, the check of it all.
@NullMarked
package town.machi.audit.chain;

import org.jspecify.annotations.NullMarked;
