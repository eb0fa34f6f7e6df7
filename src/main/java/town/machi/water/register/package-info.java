/// The register of supply points as staff keep it: list, edit, take in from a file, save as a file.
@NullMarked
package town.machi.water.register;

import org.jspecify.annotations.NullMarked;
