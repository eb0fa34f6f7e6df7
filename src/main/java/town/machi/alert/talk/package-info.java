/// The way back: what residents answer, report and ask, and how they are answered.
@NullMarked
package town.machi.alert.talk;

import org.jspecify.annotations.NullMarked;
