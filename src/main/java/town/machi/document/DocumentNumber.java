package town.machi.document;

import town.machi.kernel.FiscalYear;
import town.machi.kernel.SectionId;

/// 文書番号: counted from 1 in every fiscal year and section, without a gap.
///
/// @param mark what the section's documents are called by: 芦水; the section's name where it has no mark
public record DocumentNumber(FiscalYear fiscalYear, SectionId section, String mark, int number) {

    public DocumentNumber {
        if (number < 1) {
            throw new IllegalArgumentException("document numbers begin with 1");
        }
    }

    /// 芦水第123号
    public String format() {
        return mark + "第" + number + "号";
    }
}
