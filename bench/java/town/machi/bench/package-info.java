/// Drivers that measure the packaged program as its users meet it: over HTTP, on a durable PostgreSQL, beside a
/// reference that was measured in the same run. `bin/bench` runs them all and writes `bench/results.json`.
@NullMarked
package town.machi.bench;

import org.jspecify.annotations.NullMarked;
