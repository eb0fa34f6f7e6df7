/// Pages of the office about procedures.
@NullMarked
package town.machi.procedure.web;

import org.jspecify.annotations.NullMarked;
