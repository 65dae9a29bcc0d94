package dev.platen.engine.link;

import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;

/**
 * Which instructions of a plan can be executed at all, once the look is known, whether there are errors and whether all of a page is wanted. Addresses
 * only lead forward, so that one pass over the code tells.
 */
final class Reach {
    private static final int[] NOWHERE = {};

    private final int[] code;
    private final Look look;
    private final boolean hasErrors;
    private final boolean isPart;
    private final boolean[] reached;
    private final boolean[] targets;
    /** For each address the first instruction from there on that is reached. */
    private final int[] following;

    Reach(Plan plan, Look look, boolean hasErrors, boolean isPart) {
        this.code = plan.code();
        this.look = look;
        this.hasErrors = hasErrors;
        this.isPart = isPart;
        this.reached = new boolean[code.length];
        this.targets = new boolean[code.length];
        this.following = new int[code.length + 1];
        reached[0] = true;
        for (int routine : plan.routines()) {
            reached[routine] = true;
            targets[routine] = true;
        }
        walk();
    }

    private void walk() {
        for (int at = 0; at < code.length; at++) {
            if (reached[at]) {
                for (int target : jumps(at)) {
                    reached[target] = true;
                }
                if (goesOn(at)) {
                    reached[at + 1 + Op.operands(code[at])] = true;
                }
            }
        }
        following[code.length] = code.length;
        for (int at = code.length - 1; at >= 0; at--) {
            following[at] = reached[at] ? at : following[at + 1];
        }
        for (int at = 0; at < code.length; at++) {
            if (reached[at] && !isVoid(at)) {
                for (int target : jumps(at)) {
                    targets[target] = true;
                }
            }
        }
    }

    /** Whether the instruction is ever executed. */
    boolean isReached(int at) {
        return reached[at];
    }

    /** Whether anything that stays leads there. */
    boolean isTarget(int at) {
        return targets[at];
    }

    /** The first instruction from there on that is executed. */
    int following(int at) {
        return following[at];
    }

    /** Whether the instruction only decides what is known already, and what it decides comes next anyway. */
    boolean isVoid(int at) {
        if (!isDecided(at)) {
            return false;
        }
        return goesOn(at) || following[at + 1 + Op.operands(code[at])] == following[jumps(at)[0]];
    }

    /** Whether it is known what the instruction does: it goes on or it jumps. */
    boolean isDecided(int at) {
        return switch (code[at]) {
            case Op.PAGE_ONLY, Op.FRAGMENT_ONLY, Op.JUMP, Op.IF_ERRORS, Op.SCRIPTED -> true;
            case Op.IF_ERROR -> !hasErrors;
            case Op.PART, Op.PART_END -> !isPart;
            default -> false;
        };
    }

    private boolean goesOn(int at) {
        return switch (code[at]) {
            case Op.END, Op.JUMP -> false;
            case Op.PAGE_ONLY -> look.isWhole();
            case Op.FRAGMENT_ONLY -> !look.isWhole();
            case Op.SCRIPTED -> look.isScripted();
            case Op.IF_ERROR, Op.IF_ERRORS -> hasErrors;
            default -> true;
        };
    }

    private int[] jumps(int at) {
        boolean onlyGoesOn = isDecided(at) && goesOn(at);
        if (onlyGoesOn) {
            return NOWHERE;
        }
        int[] operands = Op.addresses(code[at]);
        int[] jumps = new int[operands.length];
        for (int i = 0; i < operands.length; i++) {
            jumps[i] = code[at + operands[i]];
        }
        return jumps;
    }
}
