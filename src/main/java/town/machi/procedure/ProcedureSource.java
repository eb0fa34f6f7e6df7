package town.machi.procedure;

import java.util.SortedMap;

/// The files of one procedure's folder as text, by name: `procedure.yaml`, `procedure.en.yaml`, `procedure.easy.yaml`.
/// The town's vocabulary goes with it (`vocabulary.yaml`), so that a source explains itself years later.
public record ProcedureSource(SortedMap<String, String> files) {}
