package town.machi.shell.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import town.machi.kernel.Problem;
import town.machi.kernel.ProblemException;
import town.machi.shell.ShellProblem;

/// What went wrong with a request, as one [Problem] with what its sentence names.
record Failure(Problem problem, List<Object> args) {

    private Failure(Problem problem) {
        this(problem, List.of());
    }

    /// Whether the program is at fault, so that somebody must look at the log.
    boolean isOurs() {
        return problem.status() >= 500;
    }

    static Failure of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            var known = known(each);
            if (known != null) {
                return known;
            }
        }
        return new Failure(ShellProblem.UNEXPECTED);
    }

    /// For an answer that had only a status.
    static Failure of(int status) {
        return new Failure(problemOf(status));
    }

    private static @Nullable Failure known(Throwable thrown) {
        return switch (thrown) {
            case ProblemException e -> new Failure(e.problem(), e.args());
            case CsrfException _ -> new Failure(ShellProblem.FORM_EXPIRED);
            case AccessDeniedException _ -> new Failure(ShellProblem.FORBIDDEN);
            case MaxUploadSizeExceededException _ -> new Failure(ShellProblem.TOO_LARGE);
            case ErrorResponse e -> of(e.getStatusCode().value());
            case MultipartException _, MethodArgumentTypeMismatchException _, HttpMessageNotReadableException _ ->
                new Failure(ShellProblem.BAD_REQUEST);
            case org.apache.tomcat.util.http.InvalidParameterException e -> of(e.getErrorCode());
            case TransactionSystemException e -> ofTransaction(e);
            case DataAccessResourceFailureException _, QueryTimeoutException _, CannotCreateTransactionException _ ->
                new Failure(ShellProblem.BUSY);
            case java.sql.SQLException e when isDatabaseAway(e) -> new Failure(ShellProblem.BUSY);
            default -> null;
        };
    }

    /// A commit or a rollback that the database did not take: it went away meanwhile, unless something else had failed
    /// before.
    private static Failure ofTransaction(TransactionSystemException failed) {
        Throwable before = failed.getApplicationException();
        return before == null ? new Failure(ShellProblem.BUSY) : of(before);
    }

    /// Connection lost or refused (08), server stopping or starting (57P), no free connection in time.
    private static boolean isDatabaseAway(java.sql.SQLException e) {
        var state = e.getSQLState();
        return e instanceof java.sql.SQLTransientConnectionException
                || state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
    }

    private static Problem problemOf(int status) {
        return switch (status) {
            case 401, 403 -> ShellProblem.FORBIDDEN;
            case 404, 410 -> ShellProblem.NO_SUCH_PAGE;
            case 405 -> ShellProblem.WRONG_METHOD;
            case 413 -> ShellProblem.TOO_LARGE;
            case 406, 415 -> ShellProblem.UNSUPPORTED;
            case 429 -> ShellProblem.TOO_MANY;
            case 503 -> ShellProblem.BUSY;
            default -> status < 500 ? ShellProblem.BAD_REQUEST : ShellProblem.UNEXPECTED;
        };
    }
}
