package town.machi.platform;

import town.machi.kernel.Refusal;

/// What came of handing in a file.
public sealed interface Storing {

    record Stored(StoredFile file) implements Storing {}

    record Refused(Refusal refusal) implements Storing {}
}
