package dev.platen.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.optimizer.CelOptimizationException;
import dev.cel.optimizer.CelOptimizer;
import dev.cel.optimizer.CelOptimizerFactory;
import dev.cel.optimizer.optimizers.ConstantFoldingOptimizer;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Constant;
import dev.platen.contract.plan.Expression;
import dev.platen.contract.plan.Expression.Known;
import dev.platen.contract.plan.Expression.Script;
import dev.platen.contract.plan.Option;
import dev.platen.engine.dialect.Effect;
import dev.platen.engine.dialect.Findings;
import dev.platen.engine.expression.Bindings.Argument;
import dev.platen.engine.json.Place;
import dev.platen.engine.script.Language;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads expressions of one document. Everything that is wrong with one goes to the findings. Not thread-safe. */
public final class Expressions {
    private static final String MALFORMED = "expression-malformed";
    /** Characters of one expression with all that it is given. */
    private static final int MOST_COMPOSED = 16 * Language.LONGEST;
    /** Characters of all expressions of one document that are kept as text. */
    private static final long MOST_SCRIPTS = 8L << 20;
    /** Operators and values of one parameter. */
    private static final int MOST_PARTS = 1_000;

    private static final Constant NOTHING = new Constant.Single(new Option(Option.Type.NULL, ""));
    private static final String TOO_COSTLY = "expression-too-costly";
    private static final String ITEM = "item";
    private static final String INDEX = "index";
    private static final int LARGEST_GROWTH = 1_000;
    private static final CelOptimizer FOLDING = CelOptimizerFactory.standardCelOptimizerBuilder(Language.WRITTEN)
            .addAstOptimizers(ConstantFoldingOptimizer.getInstance())
            .build();

    private final Findings findings;
    private final int mostCost;
    private long scripts;

    /** Reads for these findings, within these limits. */
    public Expressions(Findings findings, Limits limits) {
        this.findings = findings;
        this.mostCost = limits.expressionCost();
    }

    /**
     * Reads one expression.
     *
     * @param source in the Common Expression Language
     * @param place where it stands
     * @param bindings what its names stand for
     * @return the expression, or empty where the findings say why not
     */
    public Optional<Expression> read(String source, Place place, Bindings bindings) {
        if (source.length() > Language.LONGEST) {
            findings.error(
                    place,
                    "expression-too-long",
                    "an expression may have at most %s characters, found %s; compute parts of it in the data"
                            .formatted(Language.LONGEST, source.length()));
            return Optional.empty();
        }
        Optional<CelAbstractSyntaxTree> tree = checked(source, place);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        boolean isBounded = isBounded(tree.get(), place);
        if (!isBound(tree.get(), place, bindings) || !isBounded) {
            return Optional.empty();
        }
        findings.did(Effect.EXPRESSION_READ);
        Optional<Expression> lowered = new Lowering(folded(tree.get()), bindings).lowered();
        if (lowered.isEmpty()) {
            findings.did(Effect.EXPRESSION_KEPT);
        }
        return lowered.isPresent() ? lowered : script(source, tree.get(), place, bindings);
    }

    /** What a parameter stands for, from an expression that was read before. */
    public Argument argument(Expression value, Optional<String> source, Place place, Bindings bindings) {
        if (bindings.length() > MOST_COMPOSED || Size.isMoreThan(MOST_PARTS, value)) {
            tooLong(place);
            return argument(NOTHING, bindings);
        }
        String text = source.map(given -> Sources.closed(given, bindings))
                .orElseGet(() -> value instanceof Known known ? Sources.of(known.constant()) : "null");
        return new Argument(value, text, bindings.depth());
    }

    private void tooLong(Place place) {
        findings.error(
                place,
                "expression-too-long",
                "with all that components hand to it, this expression is too long; hand on fewer computed values");
    }

    /** A value that is known. */
    public static Argument argument(Constant constant, Bindings bindings) {
        return new Argument(new Known(constant), Sources.of(constant), bindings.depth());
    }

    private Optional<Expression> script(String source, CelAbstractSyntaxTree tree, Place place, Bindings bindings) {
        Set<String> names = names(tree);
        boolean needsItem = names.contains(ITEM) || names.contains(INDEX);
        boolean needsParameters = names.contains("params");
        long length = source.length() + (needsItem || needsParameters ? bindings.length() : 0);
        scripts += length;
        if (length > MOST_COMPOSED || scripts > MOST_SCRIPTS) {
            tooLong(place);
            return Optional.empty();
        }
        String known = needsItem ? Sources.withItem(source, bindings) : source;
        return Optional.of(new Script(needsParameters ? Sources.withParameters(known, bindings) : known));
    }

    /** The tree, checked where it is not plainly well-typed. */
    private Optional<CelAbstractSyntaxTree> checked(String source, Place place) {
        CelValidationResult result = Language.WRITTEN.parse(source);
        if (!result.hasError()) {
            CelAbstractSyntaxTree parsed = tree(result);
            boolean isPlain = Plain.of(parsed.getExpr()) != Plain.UNKNOWN && !Foldable.isIn(parsed.getExpr());
            if (isPlain) {
                return Optional.of(parsed);
            }
            result = Language.WRITTEN.check(parsed);
        }
        for (CelIssue issue : result.getErrors()) {
            findings.error(
                    place,
                    MALFORMED,
                    "the expression is not understood at character %s: %s"
                            .formatted(issue.getSourceLocation().getColumn() + 1, firstLine(issue.getMessage())));
        }
        return result.hasError() ? Optional.empty() : Optional.of(tree(result));
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("a result without errors has a tree", impossible);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private boolean isBounded(CelAbstractSyntaxTree tree, Place place) {
        long cost = Cost.of(tree.getExpr());
        if (cost > mostCost) {
            findings.error(
                    place,
                    TOO_COSTLY,
                    "an expression may take at most %s steps where each list has %s items, this one takes about %s; use fewer loops within loops"
                            .formatted(mostCost, Cost.ITEMS, cost));
            return false;
        }
        boolean isBounded = Growth.of(tree.getExpr()) <= LARGEST_GROWTH;
        if (!isBounded) {
            findings.error(
                    place,
                    TOO_COSTLY,
                    "the values of this expression could grow to more than %s times the data; use fewer loops within it"
                            .formatted(LARGEST_GROWTH));
        }
        return isBounded;
    }

    private boolean isBound(CelAbstractSyntaxTree tree, Place place, Bindings bindings) {
        Set<String> names = names(tree);
        boolean isOutOfLoop = !bindings.hasItem() && (names.contains(ITEM) || names.contains(INDEX));
        if (isOutOfLoop) {
            findings.error(
                    place,
                    "name-unknown",
                    "'item' and 'index' are only known within 'each'; add it or read from 'data'");
        }
        return parameters(tree, place, bindings) && !isOutOfLoop;
    }

    private boolean parameters(CelAbstractSyntaxTree tree, Place place, Bindings bindings) {
        Set<String> unknown = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.SELECT)
                .map(node -> node.expr().select())
                .filter(select -> select.operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                        && select.operand().ident().name().equals("params")
                        && !select.testOnly())
                .map(CelExpr.CelSelect::field)
                .filter(name -> !bindings.parameters().containsKey(name))
                .collect(Collectors.toSet());
        unknown.forEach(name -> findings.error(
                place, "name-unknown", "there is no parameter '%s' here; declare it in 'parameters'".formatted(name)));
        return unknown.isEmpty();
    }

    private static Set<String> names(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.IDENT)
                .map(node -> node.expr().ident().name())
                .collect(Collectors.toSet());
    }

    /** The tree with what is known computed; the tree itself where that fails, as division by zero does. */
    private CelAbstractSyntaxTree folded(CelAbstractSyntaxTree tree) {
        if (!Foldable.isIn(tree.getExpr())) {
            return tree;
        }
        try {
            CelAbstractSyntaxTree folded = FOLDING.optimize(tree);
            findings.did(Effect.EXPRESSION_FOLDED);
            return folded;
        } catch (CelOptimizationException unfoldable) {
            return tree;
        }
    }
}
