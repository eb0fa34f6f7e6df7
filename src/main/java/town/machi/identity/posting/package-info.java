/// Postings (異動): a file of who moves where, done on its day.
@NullMarked
package town.machi.identity.posting;

import org.jspecify.annotations.NullMarked;
