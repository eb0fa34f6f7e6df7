/// Screens: the register of supply points, crews and their days, the panel on the case page.
@NullMarked
package town.machi.water.web;

import org.jspecify.annotations.NullMarked;
