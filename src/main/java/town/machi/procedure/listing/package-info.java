/// 手続台帳: the list that a town keeps of its procedures, read from its CSV.
@NullMarked
package town.machi.procedure.listing;

import org.jspecify.annotations.NullMarked;
