package dev.platen.compiler;

import dev.platen.compiler.Catalogue.Entry;
import dev.platen.contract.id.SchemaName;
import dev.platen.contract.id.TenantId;
import dev.platen.transport.Defect;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Compiles schemas again when something that they refer to has changed: in the background, one after the other, on one
 * thread, so that requests come first. Whoever stored the changed one asks for it over the lane of its dependents; what is
 * lost on the way is found by a search through the catalogue from time to time. Changes within a short time count as one.
 *
 * <p>INVARIANT: no schema waits twice, and no more than {@value #MAX_WAITING} wait.
 */
@Startup
@Singleton
class Renewals {
    private static final Logger LOG = Logger.getLogger(Renewals.class);
    private static final int MAX_WAITING = 10_000;
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Catalogue catalogue;
    private final SchemaLog log;
    private final RenewStep step;
    private final CompileOutbox outbox;
    private final CompileMetrics metrics;
    private final Duration delay;
    private final Set<Entry> changed = ConcurrentHashMap.newKeySet();
    private final Set<Entry> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("platen-renewals").daemon().factory());

    Renewals(
            Catalogue catalogue,
            SchemaLog log,
            RenewStep step,
            CompileOutbox outbox,
            CompilerConfig config,
            CompileMetrics metrics) {
        this.catalogue = catalogue;
        this.log = log;
        this.step = step;
        this.outbox = outbox;
        this.metrics = metrics;
        this.delay = config.renewalDelay();
        long sweep = config.renewalSweep().toMillis();
        var _ = background.scheduleWithFixedDelay(
                () -> guarded(this::sweep), delay.toMillis(), sweep, TimeUnit.MILLISECONDS);
        metrics.observe(catalogue, waiting::size);
    }

    /** A schema was stored; those that refer to it are compiled again, some time soon. */
    void changed(TenantId tenant, SchemaName name) {
        Entry entry = new Entry(tenant, name);
        if (changed.size() < MAX_WAITING && changed.add(entry)) {
            later(() -> {
                changed.remove(entry);
                if (log.awaitCurrent(TenantRegistry.PATIENCE)) {
                    catalogue.dependents(tenant, name).forEach(dependent -> outbox.askToRenew(tenant, dependent));
                }
            });
        }
    }

    /** A schema is compiled again, some time soon, unless it waits for that already. */
    void renew(TenantId tenant, SchemaName name) {
        Entry entry = new Entry(tenant, name);
        if (waiting.size() < MAX_WAITING && waiting.add(entry)) {
            later(() -> {
                waiting.remove(entry);
                metrics.renewal(step.renew(entry));
            });
        }
    }

    private void later(Runnable action) {
        var _ = background.schedule(() -> guarded(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        if (log.awaitCurrent(TenantRegistry.PATIENCE)) {
            catalogue.stale(MAX_WAITING).forEach(stale -> outbox.askToRenew(stale.tenant(), stale.name()));
        }
    }

    /** A defect in one turn does not end the others. */
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException defect) {
            Defect.log(LOG, "a schema was not compiled again", defect);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        background.shutdownNow();
        var _ = background.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
