/// The corridor in the LINE talk: the way to the forms, how what was filed stands, and receipts.
@NullMarked
package town.machi.submission.talk;

import org.jspecify.annotations.NullMarked;
