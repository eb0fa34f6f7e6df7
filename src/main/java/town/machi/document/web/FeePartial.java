package town.machi.document.web;

import java.util.UUID;
import town.machi.shell.Template;

/// What can be done with the fee of a case.
///
/// @param settled received or waived; then it can only be taken back
record FeePartial(String path, boolean settled, String yen, UUID onceId, UUID otherId) implements Template {

    static final String WAIVER = "減免の根拠の条文";
    static final String VOIDING = "取り消すわけ";
}
