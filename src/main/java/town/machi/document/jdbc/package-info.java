@NullMarked
package town.machi.document.jdbc;

import org.jspecify.annotations.NullMarked;
