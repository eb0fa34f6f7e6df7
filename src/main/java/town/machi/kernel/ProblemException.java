package town.machi.kernel;

import java.util.List;

/// Carries a [Problem] to the one place that makes a page or JSON of it.
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient List<Object> args;

    public ProblemException(Problem problem, Object... args) {
        super(problem.code());
        this.problem = problem;
        this.args = List.of(args);
    }

    /// The same, with what brought it about; the cause is for the log and never shown.
    public ProblemException(Throwable cause, Problem problem, Object... args) {
        super(problem.code(), cause);
        this.problem = problem;
        this.args = List.of(args);
    }

    public Problem problem() {
        return problem;
    }

    /// What the sentence names, in its order.
    public List<Object> args() {
        return args;
    }
}
