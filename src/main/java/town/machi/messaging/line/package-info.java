/// The town's LINE account: what goes out by the Messaging API, and what comes in by its webhook.
@NullMarked
package town.machi.messaging.line;

import org.jspecify.annotations.NullMarked;
