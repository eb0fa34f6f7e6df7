/// 様式: what a notice says, as a file that the town edits (`documents/*.yaml` in its folder).
///
/// YAML and not XHTML: a clerk writes sentences and labels; where they stand on the page is the typesetter's business,
/// so that every paper of the town looks alike and none can lose a letter at an edge.
@NullMarked
package town.machi.document.template;

import org.jspecify.annotations.NullMarked;
