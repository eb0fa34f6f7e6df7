package town.machi.submission.web;

import java.util.UUID;

/// Where a draft is filled in: by its resident, or by somebody of the office for them.
///
/// @param path `/apply/uuid` or `/office/file/uuid`
record Base(String path, boolean office) {

    static Base ofResident(UUID draft) {
        return new Base("/apply/" + draft, false);
    }

    static Base ofOffice(UUID draft) {
        return new Base("/office/file/" + draft, true);
    }

    String page(String id) {
        return path + "/" + id;
    }

    String check() {
        return path + "/check";
    }
}
