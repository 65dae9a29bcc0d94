package dev.platen.operator.decide;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What replicas cost each other: N. J. Gunther's universal scalability law (<i>A General Theory of Computational
 * Scalability Based on Rational Functions</i>, 2008, <a href="https://arxiv.org/abs/0808.1431">arXiv:0808.1431</a>), X(n) =
 * n·μ / (1 + σ·(n − 1) + κ·n·(n − 1)).
 *
 * @param contention σ, what waits in line for something shared; 0 and more
 * @param coherency κ, what replicas have to agree on with each other; 0 and more
 */
record Scalability(double contention, double coherency) {
    /** Replicas do not disturb each other. */
    static final Scalability LINEAR = new Scalability(0, 0);

    /** A further replica that gains less than this share of what one does now is not worth having. */
    static final double LEAST_GAIN = 0.2;

    /** Two numbers of replicas always fit some law; a third can contradict. */
    private static final int LEAST_POINTS = 3;

    /**
     * The law that fits best (least squares of the service time S(n) = a + a·σ·(n − 1) + a·κ·n·(n − 1), which is linear in its
     * coefficients; none of them negative). {@link #LINEAR} before the pool was seen at three sizes, the largest at least
     * twice the smallest.
     */
    static Scalability of(List<Speed> speeds) {
        int smallest = speeds.stream().mapToInt(Speed::replicas).min().orElse(0);
        int largest = speeds.stream().mapToInt(Speed::replicas).max().orElse(0);
        long sizes = speeds.stream().mapToInt(Speed::replicas).distinct().count();
        if (sizes < LEAST_POINTS || largest < 2 * smallest) {
            return LINEAR;
        }
        return Stream.of(
                        new boolean[] {true, true},
                        new boolean[] {true, false},
                        new boolean[] {false, true},
                        new boolean[] {false, false})
                .map(terms -> ServiceTimeFit.of(speeds, terms[0], terms[1]))
                .filter(ServiceTimeFit::isPossible)
                .min(Comparator.comparingDouble(ServiceTimeFit::error))
                .map(fit -> new Scalability(fit.perOther() / fit.alone(), fit.perPair() / fit.alone()))
                .orElse(LINEAR);
    }

    /** How many times as long the work of a record takes as it would with a single replica; 1 and more. */
    double slowdown(int replicas) {
        return 1 + contention * (replicas - 1) + coherency * replicas * (replicas - 1);
    }

    /** What a further replica adds, as a share of what each of these does; negative where it makes all of them slower. */
    double gainBeyond(int replicas) {
        double now = replicas / slowdown(replicas);
        double then = (replicas + 1) / slowdown(replicas + 1);
        return (then / now - 1) * replicas;
    }

    /** The number of replicas beyond which another gains too little; {@code most} where that is further away. */
    int mostUseful(int most) {
        int replicas = 1;
        while (replicas < most && gainBeyond(replicas) >= LEAST_GAIN) {
            replicas++;
        }
        return replicas;
    }
}
