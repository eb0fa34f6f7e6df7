/// The office's door, one's own account, and the staff list, as screens.
@NullMarked
package town.machi.identity.web;

import org.jspecify.annotations.NullMarked;
