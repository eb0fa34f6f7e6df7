package town.machi.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/// Work that is done by the clock: each job runs on one node at a time, and a node that dies leaves it to another.
///
/// Rooms name their jobs while they are built (in a constructor); the clock starts once the house stands and stops
/// first when it is left, waiting for what runs. A job must look for what is due: it may be late, it may come twice.
@Component
public class Jobs implements SmartLifecycle {

    private static final LocalTime NIGHT = LocalTime.of(3, 15);
    private static final int THREADS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ObjectProvider<DataSource> dataSource;
    private final Clock clock;
    private final boolean wanted;
    private final List<RecurringTask<?>> recurring = new ArrayList<>();
    private final Map<String, Runnable> works = new ConcurrentHashMap<>();
    private final Map<String, Consumer<String>> singleWorks = new ConcurrentHashMap<>();
    private final Map<String, OneTimeTask<Void>> single = new ConcurrentHashMap<>();
    private volatile @Nullable Scheduler scheduler;
    private volatile boolean running;

    public Jobs(ObjectProvider<DataSource> dataSource, Clock clock, @Value("${machi.jobs:true}") boolean wanted) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.wanted = wanted;
    }

    /// Once a night, at 3:15 in Japan.
    public void everyNight(String name, Runnable work) {
        everyDay(name, NIGHT, work);
    }

    /// Once a day at that time in Japan.
    public void everyDay(String name, LocalTime at, Runnable work) {
        add(name, Schedules.daily(PlatformConfiguration.TOKYO, at), work);
    }

    /// Again and again, with that pause after each run; a second is the shortest that makes sense.
    public void every(String name, Duration pause, Runnable work) {
        add(name, Schedules.fixedDelay(pause), work);
    }

    /// Declares work that [#once] can ask for.
    ///
    /// @param work gets the id; repeated later when it fails
    public void declare(String name, Consumer<String> work) {
        singleWorks.put(name, work);
        single.put(
                name,
                Tasks.oneTime(name)
                        .onFailureRetryLater()
                        .execute((instance, context) -> work.accept(instance.getId())));
    }

    /// Asks for declared work, in the caller's transaction. Asking again for the same id changes nothing.
    public void once(String name, String id, Instant at) {
        OneTimeTask<Void> task = single.get(name);
        if (task == null) {
            throw new IllegalArgumentException("no work is declared as " + name);
        }
        built().scheduleIfNotExists(task.instance(id), at);
    }

    /// Does a job's work here and now, whatever the clock says; for tests and for operators.
    public void runNow(String name) {
        Runnable work = works.get(name);
        if (work == null) {
            throw new IllegalArgumentException("no job is called " + name);
        }
        work.run();
    }

    /// Does declared work here and now.
    public void runNow(String name, String id) {
        Consumer<String> work = singleWorks.get(name);
        if (work == null) {
            throw new IllegalArgumentException("no work is declared as " + name);
        }
        work.accept(id);
    }

    private void add(String name, Schedule schedule, Runnable work) {
        if (scheduler != null || works.put(name, work) != null) {
            throw new IllegalStateException("too late, or a second job called " + name);
        }
        recurring.add(Tasks.recurring(name, schedule).execute((instance, context) -> work.run()));
    }

    private synchronized Scheduler built() {
        Scheduler built = scheduler;
        if (built == null) {
            List<Task<?>> known = List.copyOf(single.values());
            built = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource.getObject()), known)
                    .startTasks(typed(recurring))
                    .tableName("platform.scheduled_tasks")
                    .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                    .clock(clock::instant)
                    .threads(THREADS)
                    .pollingInterval(Duration.ofSeconds(1))
                    .shutdownMaxWait(PATIENCE)
                    .build();
            scheduler = built;
        }
        return built;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the builder wants one type for tasks of any data
    private static List<RecurringTask<Void>> typed(List<RecurringTask<?>> tasks) {
        return (List) List.copyOf(tasks);
    }

    @Override
    public void start() {
        running = true;
        if (wanted) {
            built().start();
        }
    }

    @Override
    public void stop() {
        running = false;
        Scheduler built = scheduler;
        if (wanted && built != null) {
            built.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
