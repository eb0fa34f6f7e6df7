/// How full the shelters are, for everybody.
@NullMarked
package town.machi.shelter.vacancy;

import org.jspecify.annotations.NullMarked;
