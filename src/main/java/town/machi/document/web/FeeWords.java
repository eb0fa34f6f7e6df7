package town.machi.document.web;

import java.util.UUID;
import town.machi.casework.FeeEntry;

/// The form of a record about a fee that needs words: a waiver its article, a record that is taken back its reason.
///
/// @param path of the fee: `/office/cases/…/fee`
/// @param words as typed before, where the record was refused
record FeeWords(String path, FeeEntry.Kind kind, UUID onceId, String words) {

    String action() {
        return path + (isWaiver() ? "/waived" : "/voided");
    }

    String label() {
        return isWaiver() ? "減免の根拠の条文" : "取り消すわけ";
    }

    String example() {
        return isWaiver() ? "例 手数料条例 第6条第1号" : "";
    }

    String button() {
        return isWaiver() ? "減免する" : "記録を取り消す";
    }

    private boolean isWaiver() {
        return kind == FeeEntry.Kind.WAIVED;
    }
}
