package dev.platen.operator.decide;

import java.util.List;

/**
 * A curve S(n) = alone + perOther·(n − 1) + perPair·n·(n − 1) through measured service times.
 *
 * @param alone seconds with one replica
 * @param perOther seconds more for every other replica
 * @param perPair seconds more for every pair of replicas
 * @param error sum of the squared distances; not a number where the points do not tell one curve from another
 */
record ServiceTimeFit(double alone, double perOther, double perPair, double error) {
    /** Below this the equations are the same but for rounding. */
    private static final double SINGULAR = 1e-12;

    /** The curve with the least squared distances (normal equations, by elimination); terms that are left out are zero. */
    static ServiceTimeFit of(List<Speed> speeds, boolean withOther, boolean withPair) {
        double[][] equations = new double[3][4];
        for (Speed speed : speeds) {
            double[] terms = terms(speed.replicas(), withOther, withPair);
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    equations[row][column] += terms[row] * terms[column];
                }
                equations[row][3] += terms[row] * speed.serviceSeconds();
            }
        }
        double[] found = solve(equations, new boolean[] {true, withOther, withPair});
        double error = 0;
        for (Speed speed : speeds) {
            double[] terms = terms(speed.replicas(), true, true);
            double distance = terms[0] * found[0] + terms[1] * found[1] + terms[2] * found[2] - speed.serviceSeconds();
            error += distance * distance;
        }
        return new ServiceTimeFit(found[0], found[1], found[2], error);
    }

    /** Whether work gets no faster by company. */
    boolean isPossible() {
        return alone > 0 && perOther >= 0 && perPair >= 0 && Double.isFinite(error);
    }

    private static double[] terms(int replicas, boolean withOther, boolean withPair) {
        return new double[] {1, withOther ? replicas - 1 : 0, withPair ? (double) replicas * (replicas - 1) : 0};
    }

    private static double[] solve(double[][] equations, boolean[] used) {
        double[] found = new double[3];
        for (int pivot = 0; pivot < 3; pivot++) {
            if (!used[pivot]) {
                continue;
            }
            double scale = equations[pivot][pivot];
            if (scale < SINGULAR) {
                return new double[] {Double.NaN, 0, 0};
            }
            for (int row = 0; row < 3; row++) {
                double factor = row == pivot ? 0 : equations[row][pivot] / scale;
                for (int column = pivot; column < 4; column++) {
                    equations[row][column] -= factor * equations[pivot][column];
                }
            }
        }
        for (int row = 0; row < 3; row++) {
            found[row] = used[row] ? equations[row][3] / equations[row][row] : 0;
        }
        return found;
    }
}
