package town.machi.procedure.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import town.machi.procedure.Fault;

/// Collects what is wrong, so that a clerk sees everything at once.
public final class Faults {

    /// Nobody reads more; a file that is not a definition at all would give thousands.
    private static final int MOST = 200;

    private final List<Fault> faults = new ArrayList<>();

    public void add(Mark mark, String sentence) {
        Fault fault = new Fault(mark.file(), mark.line(), mark.column(), sentence);
        if (faults.size() < MOST && !faults.contains(fault)) {
            faults.add(fault);
        }
    }

    /// One that was found elsewhere.
    public void add(Fault fault) {
        add(new Mark(fault.file(), fault.line(), fault.column()), fault.sentence());
    }

    public int size() {
        return faults.size();
    }

    public boolean none() {
        return faults.isEmpty();
    }

    /// In the order in which one reads the files; those of `procedure.yaml` as they stand there.
    public List<Fault> list() {
        return faults.stream()
                .sorted(Comparator.comparing(Fault::file)
                        .thenComparingInt(Fault::line)
                        .thenComparingInt(Fault::column))
                .toList();
    }
}
