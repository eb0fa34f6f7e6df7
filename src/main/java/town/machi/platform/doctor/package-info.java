/// `bin/doctor`: what is missing or wrong on this machine, and what to do. Works where the program cannot start.
@NullMarked
package town.machi.platform.doctor;

import org.jspecify.annotations.NullMarked;
