/// What a file really is, and what may be shown of it.
@NullMarked
package town.machi.platform.files;

import org.jspecify.annotations.NullMarked;
