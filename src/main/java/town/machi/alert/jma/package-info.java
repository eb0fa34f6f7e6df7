/// What the 気象庁 says: its feed, its telegrams, and the drafts that they become.
@NullMarked
package town.machi.alert.jma;

import org.jspecify.annotations.NullMarked;
