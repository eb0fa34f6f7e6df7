/// Screens and the JSON door of this room.
@NullMarked
package town.machi.submission.web;

import org.jspecify.annotations.NullMarked;
