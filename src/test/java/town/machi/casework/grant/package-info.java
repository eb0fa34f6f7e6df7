@NullMarked
package town.machi.casework.grant;

import org.jspecify.annotations.NullMarked;
