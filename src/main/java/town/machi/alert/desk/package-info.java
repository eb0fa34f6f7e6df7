/// What is done with messages: writing, approving, sending, marking.
@NullMarked
package town.machi.alert.desk;

import org.jspecify.annotations.NullMarked;
