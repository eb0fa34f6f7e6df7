/// From a case or a submission to its papers.
@NullMarked
package town.machi.document.cases;

import org.jspecify.annotations.NullMarked;
