/// The office's screens of casework, and its JSON.
@NullMarked
package town.machi.casework.web;

import org.jspecify.annotations.NullMarked;
