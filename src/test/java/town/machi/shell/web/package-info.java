@NullMarked
package town.machi.shell.web;

import org.jspecify.annotations.NullMarked;
