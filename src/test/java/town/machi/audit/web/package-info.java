@NullMarked
package town.machi.audit.web;

import org.jspecify.annotations.NullMarked;
