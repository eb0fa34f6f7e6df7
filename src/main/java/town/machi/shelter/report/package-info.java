/// Numbers: who is where by time, age, need; meals; what is short.
@NullMarked
package town.machi.shelter.report;

import org.jspecify.annotations.NullMarked;
