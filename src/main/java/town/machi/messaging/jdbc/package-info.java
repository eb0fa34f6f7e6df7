/// The outbox's SQL.
@NullMarked
package town.machi.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
