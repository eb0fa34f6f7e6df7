@NullMarked
package town.machi.platform.files;

import org.jspecify.annotations.NullMarked;
