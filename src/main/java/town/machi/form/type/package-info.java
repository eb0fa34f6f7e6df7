/// The kinds of question that the house has, one class each, with the pieces of page that ask them.
@NullMarked
package town.machi.form.type;

import org.jspecify.annotations.NullMarked;
