package town.machi.document.web;

import java.util.UUID;
import town.machi.shell.Template;

/// What can be done with the fee of a case.
///
/// @param settled received or waived; then it can only be taken back
/// @param words to waive it, or to take back what is recorded
record FeePartial(String path, boolean settled, String yen, UUID onceId, FeeWords words) implements Template {}
