package dev.platen.benchmarks.autoscale.simulation;

import dev.platen.benchmarks.autoscale.simulation.Pods.Pod;
import dev.platen.benchmarks.autoscale.simulation.Reading.PodReading;
import dev.platen.benchmarks.autoscale.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One run: a discrete-event simulation on a virtual clock. Between two events (a look, a change of replicas, a pod that gets
 * ready, the end of a pause) nothing but requests happens, and these are computed one after the other by Lindley's
 * recursion (D. V. Lindley, <i>The theory of queues with a single server</i>, 1952; with several threads, the one that is
 * free first). The same arguments give the same outcome.
 */
public final class Simulation {
    private static final long SEED = 0x5eed;
    private static final double FOREVER = Double.POSITIVE_INFINITY;
    private static final double LONGEST_REST = 86_400;

    private final Workload workload;
    private final Surroundings surroundings;
    private final Law law;
    private final SplittableRandom losses;
    private final Pods pods;
    private final Tally tally;
    private final Group group;
    private double now;
    private double nextLook;
    private double nextAct = FOREVER;
    private int wanted;
    private int replicas;
    private double nextWake = FOREVER;
    private double groupSettled;
    private boolean membersChanged;
    private int actions;
    private double pauseSeconds;

    private Simulation(Workload workload, Surroundings surroundings, Law law) {
        this.workload = workload;
        this.surroundings = surroundings;
        this.law = law;
        SplittableRandom random = new SplittableRandom(SEED);
        losses = random.split();
        pods = new Pods(surroundings, random.split());
        tally = new Tally(workload.seconds(), surroundings.objective());
        group = new Group(workload, surroundings, tally);
        nextLook = law.interval();
    }

    /**
     * Runs a workload to its last request.
     *
     * @param replicas pods that are there and ready when the first request arrives
     */
    public static Outcome run(Workload workload, Surroundings surroundings, Law law, int replicas) {
        return new Simulation(workload, surroundings, law).run(replicas);
    }

    private Outcome run(int atFirst) {
        replicas = Math.clamp(atFirst, surroundings.minReplicas(), surroundings.maxReplicas());
        pods.begin(replicas);
        pods.all().forEach(pod -> group.enter(pod.place(), 0));
        share(0, false);
        nextWake = group.nextWake(now);
        while (now < workload.seconds()) {
            double next = Math.min(workload.seconds(), nextEvent());
            group.serve(now, next);
            now = next;
            happen();
        }
        double replicaSeconds = pods.replicaSeconds(now);
        rest();
        return new Outcome(
                tally.count(),
                tally.shareOver(),
                tally.minutesOver(),
                tally.percentile(0.5),
                tally.percentile(0.99),
                tally.percentile(0.999),
                tally.longest(),
                replicaSeconds,
                actions,
                pauseSeconds);
    }

    private double nextEvent() {
        double next = Math.min(nextLook, nextAct);
        next = Math.min(next, pods.nextReady(now));
        next = Math.min(next, nextWake);
        return membersChanged ? Math.min(next, Math.max(now, groupSettled)) : next;
    }

    private void happen() {
        for (Pod pod : pods.all()) {
            if (pod.readyAt() == now) {
                group.enter(pod.place(), now);
                membersChanged = true;
            }
        }
        if (now == nextAct) {
            act();
        }
        if (now == nextLook) {
            look();
        }
        if (membersChanged && now >= groupSettled) {
            membersChanged = false;
            share(surroundings.pause(), surroundings.sharing() == Sharing.EAGER);
        } else if (membersChanged || now == nextWake) {
            group.shareOut(now);
        }
        nextWake = group.nextWake(now);
    }

    private void look() {
        nextLook = now + law.interval();
        int decided = Math.clamp(law.decide(read()), surroundings.minReplicas(), surroundings.maxReplicas());
        wanted = decided;
        if (decided != replicas) {
            nextAct = now + law.delay();
            if (law.delay() == 0) {
                act();
            }
        }
    }

    private void act() {
        nextAct = FOREVER;
        if (wanted == replicas) {
            return;
        }
        replicas = wanted;
        actions++;
        for (Pod pod : pods.scale(replicas, now)) {
            if (pod.readyAt() <= now) {
                group.leave(pod.place());
                membersChanged = true;
            }
        }
    }

    /** A rebalance: who has what from now on, and what has to wait until it is over. */
    private void share(double pause, boolean everything) {
        List<Integer> members = pods.ready(now).stream().map(Pod::place).toList();
        int[] before = new int[workload.partitions()];
        for (int partition = 0; partition < before.length; partition++) {
            before[partition] = group.owner(partition);
        }
        boolean isPooled = surroundings.sharing() == Sharing.POOLED;
        int[] after = isPooled ? new int[before.length] : Assignor.assign(before, members);
        for (int partition = 0; partition < before.length; partition++) {
            boolean isPaused = !isPooled && (everything || after[partition] != before[partition]);
            group.assign(partition, after[partition], isPaused ? now + pause : now);
            pauseSeconds += isPaused ? pause : 0;
        }
        groupSettled = isPooled ? now : now + pause;
        group.shareOut(now);
    }

    /** After the last arrival the pods stay as they are until everything is answered. */
    private void rest() {
        double until = now + LONGEST_REST;
        nextAct = FOREVER;
        nextLook = FOREVER;
        while (!group.isDone() && now < until) {
            double next = Math.min(until, nextEvent());
            group.serve(now, next);
            now = next;
            happen();
        }
    }

    private Reading read() {
        List<PodReading> readings = new ArrayList<>();
        for (Pod pod : pods.all()) {
            boolean isReady = pod.readyAt() <= now;
            readings.add(new PodReading(
                    pod.id(),
                    pod.createdAt(),
                    isReady ? pod.readyAt() : FOREVER,
                    isReady && !isLost(),
                    isReady ? group.busySeconds(pod.place(), now) * surroundings.slownessSeen() : 0,
                    isReady ? group.records(pod.place(), now) : 0));
        }
        return new Reading(now, replicas, !isLost(), group.ends(), group.committed(now), readings);
    }

    private boolean isLost() {
        return surroundings.loss() > 0 && losses.nextDouble() < surroundings.loss();
    }
}
