/// Screens: the ledger, papers of a case, and the page where anyone checks a document.
@NullMarked
package town.machi.document.web;

import org.jspecify.annotations.NullMarked;
