/// The tables of schema `identity`.
@NullMarked
package town.machi.identity.jdbc;

import org.jspecify.annotations.NullMarked;
