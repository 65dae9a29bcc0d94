package dev.platen.engine.link;

import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Names;
import dev.platen.contract.plan.Op;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.plan.Role;
import dev.platen.contract.plan.Word;
import dev.platen.engine.html.HtmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links one plan: copies its code, and on the way turns into bytes what is bytes for pages of this look. Used once. */
final class Linker {
    private static final Word[] WORDS = Word.values();
    private static final Role[] ROLES = Role.values();
    private static final Op.Context[] CONTEXTS = Op.Context.values();

    private final Plan plan;
    private final int[] code;
    private final Look look;
    private final Reach reach;
    private final Runs runs;
    private final Names names;
    private final List<Way> ways = new ArrayList<>();
    private final Ints linked = new Ints();
    /** Operands of the linked code that still are addresses of the plan. */
    private final Ints addresses = new Ints();
    /** For each address of the plan at which a run cannot go on, the address of the same place now. */
    private final int[] moved;

    Linker(Plan plan, Look look, boolean hasErrors, boolean isPart) {
        this.plan = plan;
        this.code = plan.code();
        this.look = look;
        this.reach = new Reach(plan, look, hasErrors, isPart);
        this.runs = new Runs(plan.segments());
        this.names = PathNames.of(plan);
        this.moved = new int[code.length];
    }

    LinkedPlan link() {
        for (int at = reach.following(0); at < code.length; at = reach.following(at + 1)) {
            if (reach.isTarget(at)) {
                endRun();
                moved[at] = linked.size();
            }
            instruction(at);
        }
        for (int i = 0; i < addresses.size(); i++) {
            int operand = addresses.get(i);
            linked.set(operand, moved[linked.get(operand)]);
        }
        List<Integer> routines =
                plan.routines().stream().map(routine -> moved[routine]).toList();
        return new LinkedPlan(
                plan,
                look,
                linked.toArray(),
                runs.segments(),
                runs.parts(),
                routines,
                names,
                new NameTable(names),
                ways.toArray(Way[]::new),
                plan.parts().hasFiles());
    }

    private void instruction(int at) {
        switch (code[at]) {
            case Op.STATIC -> runs.given(code[at + 1], code[at + 2]);
            case Op.PATH -> runs.part(LinkedOp.PATH_HOLE);
            case Op.POSITION -> runs.part(LinkedOp.POSITION_HOLE + code[at + 1]);
            case Op.LOCALE -> runs.add(look.locale());
            case Op.TARGET -> runs.add(HtmlWriter.escapedAttribute(look.target()));
            case Op.ASSETS -> runs.add(look.assets());
            case Op.WORD -> runs.add(look.word(WORDS[code[at + 1]]));
            case Op.CLASSES -> runs.add(look.classes(ROLES[code[at + 1]]));
            case Op.MESSAGE -> runs.add(look.message(plan.messages().get(code[at + 1]), CONTEXTS[code[at + 2]]));
            case Op.WRITE -> write(at);
            case Op.TEST -> test(at);
            default -> {
                if (!reach.isDecided(at)) {
                    copy(at);
                } else if (!reach.isVoid(at)) {
                    add(Op.JUMP, code[at + Op.addresses(code[at])[0]]);
                    addresses.add(linked.size() - 1);
                }
            }
        }
    }

    private void write(int at) {
        Expression expression = plan.expressions().get(code[at + 1]);
        if (expression instanceof Expression.Path path && path.base() != Expression.Base.POSITION) {
            int way = way(expression, path);
            int from = runs.end();
            if (runs.isPlain(from)) {
                append(LinkedOp.VALUE, runs.offset(from), runs.length(from), way, code[at + 2]);
                runs.drop(from);
            } else {
                run(from);
                append(LinkedOp.VALUE, 0, 0, way, code[at + 2]);
            }
        } else {
            copy(at);
        }
    }

    private void test(int at) {
        Expression expression = plan.expressions().get(code[at + 1]);
        Optional<TypeTest> found = TypeTest.of(expression);
        if (found.isPresent()) {
            TypeTest test = found.get();
            add(LinkedOp.IS_TYPE, way(expression, test.path()), test.types(), code[at + 2]);
            addresses.add(linked.size() - 1);
        } else {
            copy(at);
        }
    }

    private int way(Expression expression, Expression.Path path) {
        ways.add(Way.of(expression, path, names));
        return ways.size() - 1;
    }

    private void copy(int at) {
        endRun();
        int moving = linked.size();
        for (int i = at; i < at + 1 + Op.operands(code[at]); i++) {
            linked.add(code[i]);
        }
        for (int operand : Op.addresses(code[at])) {
            addresses.add(moving + operand);
        }
    }

    private void add(int op, int... operands) {
        endRun();
        append(op, operands);
    }

    private void append(int op, int... operands) {
        linked.add(op);
        for (int operand : operands) {
            linked.add(operand);
        }
    }

    /** Static bytes that were gathered become an instruction before anything else does. */
    private void endRun() {
        int from = runs.end();
        if (runs.isPlain(from)) {
            append(Op.STATIC, runs.offset(from), runs.length(from));
            runs.drop(from);
        } else {
            run(from);
        }
    }

    private void run(int from) {
        if (from < runs.size()) {
            append(LinkedOp.RUN, from, runs.size());
        }
    }
}
