/// The screens of the alert room.
@NullMarked
package town.machi.alert.web;

import org.jspecify.annotations.NullMarked;
