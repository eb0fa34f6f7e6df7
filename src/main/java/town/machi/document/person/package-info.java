/// Everything that is held on one person, to be disclosed, mended or stopped; and the list of what is held at all.
@NullMarked
package town.machi.document.person;

import org.jspecify.annotations.NullMarked;
