package town.machi.submission.web;

import java.util.UUID;
import town.machi.shell.Template;

/// Whether it is really to be taken back.
///
/// @param onceId so that two clicks take back once
record WithdrawPage(UUID submission, UUID onceId, String title) implements Template {}
