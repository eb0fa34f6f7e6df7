/// The money of 補助金: amounts that acts set, budgets of a year, payment data for the bank and what comes back.
@NullMarked
package town.machi.casework.grant;

import org.jspecify.annotations.NullMarked;
