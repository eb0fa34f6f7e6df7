package town.machi.document.web;

import java.util.UUID;
import town.machi.shell.Template;

/// What can be done with the fee of a case.
///
/// @param settled received or waived; then it can only be taken back
record FeePartial(String path, boolean settled, String yen, UUID onceId, UUID otherId) implements Template {}
