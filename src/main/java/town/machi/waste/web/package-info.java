/// The table that staff edit, the page that residents read, and the talk.
@NullMarked
package town.machi.waste.web;

import org.jspecify.annotations.NullMarked;
