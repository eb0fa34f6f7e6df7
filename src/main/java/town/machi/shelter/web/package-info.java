/// Screens, tables and feeds.
@NullMarked
package town.machi.shelter.web;

import org.jspecify.annotations.NullMarked;
