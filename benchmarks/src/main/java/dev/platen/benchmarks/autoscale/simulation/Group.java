package dev.platen.benchmarks.autoscale.simulation;

import dev.platen.benchmarks.autoscale.workload.Workload;
import java.util.Arrays;

/**
 * The pods' threads and the records before them. A pod takes the records of its partitions in the order of their arrival.
 * Work is decided when it begins: what has not begun at the end of a slice stays in a queue, so that a rebalance can give
 * it to another pod. What a pod has begun it finishes, also where it is taken away.
 */
final class Group {
    private static final int NOBODY = -1;

    private final Workload workload;
    private final Tally tally;
    private final int threads;
    private final boolean pooled;
    private final int[] owners;
    private final double[] pausedUntil;
    private final IntQueue[] queues;
    private final IntQueue held = new IntQueue();
    private final double[] free;
    private final int[] inHand;
    private final double[] busy;
    private final long[] begun;
    private final long[] ends;
    private final long[] begunOfPartition;
    private int next;

    Group(Workload workload, Surroundings surroundings, Tally tally) {
        this.workload = workload;
        this.tally = tally;
        threads = surroundings.threads();
        pooled = surroundings.sharing() == Sharing.POOLED;
        int places = surroundings.maxReplicas();
        owners = new int[workload.partitions()];
        Arrays.fill(owners, NOBODY);
        pausedUntil = new double[workload.partitions()];
        queues = new IntQueue[places];
        Arrays.setAll(queues, _ -> new IntQueue());
        free = new double[places * threads];
        Arrays.fill(free, Double.POSITIVE_INFINITY);
        inHand = new int[places * threads];
        Arrays.fill(inHand, NOBODY);
        busy = new double[places];
        begun = new long[places];
        ends = new long[workload.partitions()];
        begunOfPartition = new long[workload.partitions()];
    }

    /** Serves what is there and what arrives, up to a moment; nobody comes, goes, or ends a pause in between. */
    void serve(double from, double to) {
        for (int place = 0; place < queues.length; place++) {
            IntQueue queue = queues[place];
            while (!queue.isEmpty() && begins(queue.first(), place, from, to)) {
                queue.removeFirst();
            }
        }
        double[] arrivals = workload.arrivals();
        byte[] partitions = workload.partition();
        int request = next;
        for (; request < arrivals.length && arrivals[request] < to; request++) {
            int partition = partitions[request] & 0xFF;
            ends[partition]++;
            int place = owners[partition];
            if (place == NOBODY || pausedUntil[partition] > from) {
                held.add(request);
            } else if (!queues[place].isEmpty() || !begins(request, place, from, to)) {
                queues[place].add(request);
            }
        }
        next = request;
    }

    private boolean begins(int request, int place, double from, double to) {
        int thread = pooled ? 0 : place * threads;
        int last = pooled ? free.length : thread + threads;
        for (int other = thread + 1; other < last; other++) {
            thread = free[other] < free[thread] ? other : thread;
        }
        double arrival = workload.arrivals()[request];
        double start = Math.max(Math.max(arrival, free[thread]), from);
        if (start >= to) {
            return false;
        }
        double work = workload.work()[request];
        int partition = workload.partition()[request] & 0xFF;
        free[thread] = start + work;
        inHand[thread] = partition;
        busy[thread / threads] += work;
        begun[thread / threads]++;
        begunOfPartition[partition]++;
        tally.answered(arrival, start + work - arrival);
        return true;
    }

    /** An empty place gets a pod that has done nothing yet. */
    void enter(int place, double now) {
        Arrays.fill(free, place * threads, (place + 1) * threads, now);
        busy[place] = 0;
        begun[place] = 0;
    }

    /** Gives a partition to a place and pauses it; what waits stays where it is until {@link #shareOut}. */
    void assign(int partition, int place, double pausedUntil) {
        owners[partition] = place;
        this.pausedUntil[partition] = Math.max(this.pausedUntil[partition], pausedUntil);
    }

    int owner(int partition) {
        return owners[partition];
    }

    /** The pod of this place takes nothing more; nobody has its partitions until they are assigned again. */
    void leave(int place) {
        Arrays.fill(free, place * threads, (place + 1) * threads, Double.POSITIVE_INFINITY);
        Arrays.fill(inHand, place * threads, (place + 1) * threads, NOBODY);
        for (int partition = 0; partition < owners.length; partition++) {
            owners[partition] = owners[partition] == place ? NOBODY : owners[partition];
        }
    }

    /** The next moment at which a pause ends, infinite where there is none. */
    double nextWake(double now) {
        double wake = Double.POSITIVE_INFINITY;
        for (double until : pausedUntil) {
            wake = until > now ? Math.min(wake, until) : wake;
        }
        return wake;
    }

    /** Brings everything that waits to those who have its partitions now, in the order of arrival. */
    void shareOut(double now) {
        int waiting = held.size();
        for (IntQueue queue : queues) {
            waiting += queue.size();
        }
        int[] requests = new int[waiting];
        int size = held.size();
        held.drainTo(requests, 0);
        for (IntQueue queue : queues) {
            int more = queue.size();
            queue.drainTo(requests, size);
            size += more;
        }
        Arrays.sort(requests);
        for (int request : requests) {
            int partition = workload.partition()[request] & 0xFF;
            boolean waits = owners[partition] == NOBODY || pausedUntil[partition] > now;
            (waits ? held : queues[owners[partition]]).add(request);
        }
    }

    /** Whether every request has been begun. */
    boolean isDone() {
        return next == workload.size() && Arrays.stream(begunOfPartition).sum() == next;
    }

    long[] ends() {
        return ends.clone();
    }

    /** Records that are finished, by partition. */
    long[] committed(double now) {
        long[] finished = begunOfPartition.clone();
        for (int thread = 0; thread < free.length; thread++) {
            if (inHand[thread] != NOBODY && free[thread] > now) {
                finished[inHand[thread]]--;
            }
        }
        return finished;
    }

    /** What the threads of a place have worked until now, in seconds. */
    double busySeconds(int place, double now) {
        double ahead = 0;
        for (int thread = place * threads; thread < (place + 1) * threads; thread++) {
            ahead += Math.max(0, free[thread] - now);
        }
        return busy[place] - ahead;
    }

    /** What a place has finished until now. */
    long records(int place, double now) {
        long inWork = 0;
        for (int thread = place * threads; thread < (place + 1) * threads; thread++) {
            inWork += free[thread] > now ? 1 : 0;
        }
        return begun[place] - inWork;
    }
}
