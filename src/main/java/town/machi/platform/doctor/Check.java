package town.machi.platform.doctor;

import java.util.List;
import java.util.Map;

/// One thing that a doctor looks at.
interface Check {

    /// @param environment as `System.getenv()` gives it
    List<Finding> look(Map<String, String> environment);
}
