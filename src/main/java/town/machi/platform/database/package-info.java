/// The database under the house: the embedded server, the two roles, the migrations.
@NullMarked
package town.machi.platform.database;

import org.jspecify.annotations.NullMarked;
