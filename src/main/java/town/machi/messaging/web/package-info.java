/// The doors of the LINE side: its webhook and the links that its talks open.
@NullMarked
package town.machi.messaging.web;

import org.jspecify.annotations.NullMarked;
