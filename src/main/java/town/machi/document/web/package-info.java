@NullMarked
package town.machi.document.web;

import org.jspecify.annotations.NullMarked;
