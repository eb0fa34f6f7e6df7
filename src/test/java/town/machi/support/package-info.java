/// What tests of all rooms share: the database, the clock, the browser, the packaged program.
@NullMarked
package town.machi.support;

import org.jspecify.annotations.NullMarked;
