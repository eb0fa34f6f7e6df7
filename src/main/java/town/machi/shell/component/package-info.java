/// The pieces that screens are made of, as templates with small typed parameters.
@NamedInterface("component")
@NullMarked
package town.machi.shell.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
