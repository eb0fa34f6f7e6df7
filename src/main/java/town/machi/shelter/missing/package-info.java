/// 避難行動要支援者: who is on the list, who of them is where, and whom nobody has heard of.
@NullMarked
package town.machi.shelter.missing;

import org.jspecify.annotations.NullMarked;
