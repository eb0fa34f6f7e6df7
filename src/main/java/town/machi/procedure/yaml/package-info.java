/// YAML as text with places: every scalar a string, every slip a sentence.
@NullMarked
package town.machi.procedure.yaml;

import org.jspecify.annotations.NullMarked;
