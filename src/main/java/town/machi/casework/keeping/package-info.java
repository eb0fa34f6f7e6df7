/// Keeping and forgetting: what is past its 保存期間, what is held, and how it is destroyed by two people.
@NullMarked
package town.machi.casework.keeping;

import org.jspecify.annotations.NullMarked;
