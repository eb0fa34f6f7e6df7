@NullMarked
package town.machi.procedure.web;

import org.jspecify.annotations.NullMarked;
