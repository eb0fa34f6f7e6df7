package town.machi.submission;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.form.Journey;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.StoredFile;

/// The files that answers name.
@Component
class Attachments {

    private final Files files;

    Attachments(Files files) {
        this.files = files;
    }

    /// Those of the answers to questions that apply.
    List<Filed.FileRef> of(Journey journey) {
        return journey.steps().stream()
                .flatMap(step -> step.slots().stream())
                .flatMap(slot -> slot.type().files(slot, journey.answers()).stream())
                .map(FileId::new)
                .map(files::find)
                .flatMap(Optional::stream)
                .map(Attachments::ref)
                .toList();
    }

    private static Filed.FileRef ref(StoredFile file) {
        UUID id = file.id().value();
        return new Filed.FileRef(id, file.name(), file.contentType(), file.size(), file.sha256());
    }

    /// From now on they live as long as the submission; what was handed in and taken out again goes.
    void keep(String owner, List<Filed.FileRef> kept) {
        if (kept.isEmpty()) {
            return;
        }
        files.keepOwnedUntil(owner, null);
    }
}
