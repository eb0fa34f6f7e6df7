/// The frame around a page: for the public and for the office.
@NamedInterface("layout")
@NullMarked
package town.machi.shell.layout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
