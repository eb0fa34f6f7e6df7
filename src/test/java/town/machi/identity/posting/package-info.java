@NullMarked
package town.machi.identity.posting;

import org.jspecify.annotations.NullMarked;
