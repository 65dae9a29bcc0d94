package dev.platen.transport;

import dev.platen.transport.MemoryWatch.Reading;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;

/** The part of the heap in which objects live long, as the JVM tells of it: the largest pool that collections are counted of. */
final class LongLived {
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .filter(pool -> pool.getName().matches(".*(Old|Tenured|ZHeap|Shenandoah).*"))
            .sorted(Comparator.comparing(MemoryPoolMXBean::getName))
            .toList();
    private static final List<GarbageCollectorMXBean> COLLECTORS = ManagementFactory.getGarbageCollectorMXBeans();

    private LongLived() {}

    /** What the last collection left; nothing in use before the first one. */
    static Reading read() {
        double share = 0;
        for (MemoryPoolMXBean pool : POOLS) {
            MemoryUsage left = pool.getCollectionUsage();
            if (left.getMax() > 0) {
                share = Math.max(share, (double) left.getUsed() / left.getMax());
            }
        }
        long collections = 0;
        for (GarbageCollectorMXBean collector : COLLECTORS) {
            collections += Math.max(0, collector.getCollectionCount());
        }
        return new Reading(share, collections);
    }
}
