/// How a message is put into words: the town's templates, its districts, three languages.
@NullMarked
package town.machi.alert.words;

import org.jspecify.annotations.NullMarked;
