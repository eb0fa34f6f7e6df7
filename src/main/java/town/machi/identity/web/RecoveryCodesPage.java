package town.machi.identity.web;

import java.util.List;
import town.machi.identity.RecoveryCode;
import town.machi.shell.Template;

/// The recovery codes, this once.
///
/// @param first whether the person has just come in by a link
record RecoveryCodesPage(List<RecoveryCode> codes, boolean first) implements Template {}
