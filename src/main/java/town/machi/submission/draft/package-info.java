/// Filling in: drafts, their pages, the ways back to them.
@NullMarked
package town.machi.submission.draft;

import org.jspecify.annotations.NullMarked;
