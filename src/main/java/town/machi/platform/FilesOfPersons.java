package town.machi.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;

/// The files that a person handed in, found by the drafts and submissions known to be theirs.
@Component
class FilesOfPersons implements PersonalData {

    private final Files files;

    FilesOfPersons(Files files) {
        this.files = files;
    }

    @Override
    public String room() {
        return "platform";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return owned(key)
                .map(file -> new Trace("file:" + file.id(), "預かったファイル"))
                .toList();
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return owned(key)
                .map(file -> new Extract(
                        "file:" + file.id(),
                        "預かったファイル",
                        Map.of("名前", file.name(), "種類", file.contentType(), "大きさ（バイト）", Long.toString(file.size()))))
                .toList();
    }

    @Override
    public int erase(PersonKey key) {
        return owners(key).mapToInt(files::deleteOwned).sum();
    }

    private Stream<StoredFile> owned(PersonKey key) {
        return owners(key).flatMap(owner -> files.listOwned(owner).stream());
    }

    private static Stream<String> owners(PersonKey key) {
        return key.submissions().stream().flatMap(id -> Stream.of("draft:" + id, "submission:" + id));
    }
}
