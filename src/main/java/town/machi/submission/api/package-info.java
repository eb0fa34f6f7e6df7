/// Filing by a program: the same form, the same checks, the same receipt.
@NullMarked
package town.machi.submission.api;

import org.jspecify.annotations.NullMarked;
