package dev.platen.engine.render;

import com.fasterxml.jackson.core.JsonParser;
import dev.platen.contract.flow.Presentation;
import dev.platen.contract.limit.Limits;
import dev.platen.contract.plan.Plan;
import dev.platen.contract.problem.Diagnostic;
import dev.platen.contract.problem.Problem;
import dev.platen.contract.problem.ProblemCode;
import dev.platen.engine.html.Urls;
import dev.platen.engine.json.DocumentParser;
import dev.platen.engine.json.JsonSource;
import dev.platen.engine.json.Parsed.Malformed;
import dev.platen.engine.link.LinkedPlan;
import dev.platen.engine.link.LinkedPlans;
import dev.platen.engine.render.RenderOutcome.RenderRejected;
import dev.platen.engine.render.RenderOutcome.Rendered;
import dev.platen.engine.theme.Theme;
import dev.platen.engine.theme.Themes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Executes plans over data. The same plan, data and presentation always give the same bytes, however they are cut into
 * pieces. Thread-safe; takes memory from a bounded pool rather than from its threads, of which there may be very many.
 */
public final class Renderer {
    /** For the plans that are kept ready. */
    private static final long LINKED_BYTES = 16 * 1024 * 1024;

    private static final int MAX_SHOWN = 100;

    private final Limits limits;
    private final JsonSource source;
    private final LinkedPlans links;
    private final Workspaces workspaces = new Workspaces();

    /**
     * A renderer within these limits.
     *
     * @param assetBase address that precedes the names of stylesheets, such as {@code /assets/}
     */
    public Renderer(Limits limits, String assetBase) {
        if (!assetBase.matches("[A-Za-z0-9/._:-]*") || !Urls.isAllowed(assetBase)) {
            throw new IllegalArgumentException(
                    "the base of assets must be a plain http(s) or relative address, found '%s'".formatted(assetBase));
        }
        if (limits.dataBytes() > Tape.maxPosition()) {
            throw new IllegalArgumentException("data can have at most %s bytes, the limit is %s"
                    .formatted(Tape.maxPosition(), limits.dataBytes()));
        }
        this.limits = limits;
        this.links = new LinkedPlans(assetBase, LINKED_BYTES);
        this.source = JsonSource.within(limits.ofData());
    }

    /**
     * Renders one page.
     *
     * @param data JSON; empty for the default data of the plan
     * @param sink takes the page; called on this thread, in order
     */
    public RenderOutcome render(Plan plan, byte[] data, Presentation presentation, PageSink sink) {
        return render(plan, data, View.NONE, presentation, sink);
    }

    /**
     * Renders one page with what is to be shown beside its data.
     *
     * @param data JSON; empty for the default data of the plan
     * @param view errors, and what people chose
     * @param sink takes the page; called on this thread, in order
     */
    public RenderOutcome render(Plan plan, byte[] data, View view, Presentation presentation, PageSink sink) {
        return render(plan, data, view, presentation, "", sink);
    }

    /**
     * Renders one part of a page: the bytes that it has within the page, in the time that it takes to find and write it.
     * A part that is loaded late is written as it is once it is open; an item of a list is found whichever page of the
     * list is shown.
     *
     * @param data JSON; empty for the default data of the plan
     * @param view errors, and what people chose
     * @param presentation of the page around it
     * @param id of the part in the page; where the data has no such part, the outcome is a rejection
     * @param sink takes the part; called on this thread, in order
     */
    public RenderOutcome renderPart(
            Plan plan, byte[] data, View view, Presentation presentation, String id, PageSink sink) {
        return id.isEmpty() ? missing(id) : render(plan, data, view, presentation, id, sink);
    }

    /** Workspaces that were made, because none was free. */
    public long workspacesCreated() {
        return workspaces.created();
    }

    /** Workspaces of earlier renderings that were taken again. */
    public long workspacesReused() {
        return workspaces.reused();
    }

    private static RenderRejected missing(String id) {
        return new RenderRejected(new Problem(
                ProblemCode.PART_UNKNOWN,
                "for this data, the page has no part with the id '%s'; take the id of a fieldset of the page"
                        .formatted(id.length() > MAX_SHOWN ? id.substring(0, MAX_SHOWN) + "…" : id)));
    }

    private RenderOutcome render(
            Plan plan, byte[] data, View view, Presentation presentation, String part, PageSink sink) {
        Optional<Theme> theme = Themes.find(presentation.theme());
        if (theme.isEmpty()) {
            return rejected(
                    "there is no theme '%s'; themes are %s"
                            .formatted(presentation.theme(), String.join(", ", Themes.names())),
                    List.of());
        }
        if (data.length > limits.dataBytes()) {
            return new RenderRejected(new Problem(
                    ProblemCode.BODY_TOO_LARGE,
                    "data may have at most %s bytes, found %s; send less".formatted(limits.dataBytes(), data.length)));
        }
        byte[] json = data.length == 0 ? plan.defaultData() : data;
        Workspace workspace = workspaces.take();
        try {
            LinkedPlan linked =
                    links.link(plan, presentation, theme.get(), !view.errors().isEmpty(), !part.isEmpty());
            Wanted wanted = new Wanted(part, workspace.path(), linked.segments());
            View ordered = view.with(PageOrder.of(plan.parts(), view.errors()));
            Page page = new Page(linked.look(), ordered, workspace.out(), wanted.only(sink), limits.renderBytes());
            RenderOutcome outcome = execute(linked, json, workspace, page, wanted);
            return outcome instanceof Rendered && wanted.isSearching() ? missing(part) : outcome;
        } finally {
            workspaces.giveBack(workspace);
        }
    }

    private RenderOutcome execute(LinkedPlan linked, byte[] json, Workspace workspace, Page page, Wanted wanted) {
        try {
            if (json.length > 0) {
                read(linked, json, workspace);
            }
        } catch (IOException failure) {
            List<Diagnostic> diagnostics = explained(json, failure);
            return rejected(diagnostics.getFirst().message(), diagnostics);
        }
        try {
            long steps = new Executor(linked, json, workspace, page, wanted, limits).run();
            return new Rendered(page.written(), steps, page.hasLateParts());
        } catch (Refused refused) {
            return rejected(refused.detail(), List.of());
        }
    }

    /** Reading for the tape keeps no places: what could not be read is read once more to find them. */
    private List<Diagnostic> explained(byte[] json, IOException failure) {
        List<Diagnostic> found = new DocumentParser(limits).parse(json) instanceof Malformed malformed
                ? malformed.diagnostics()
                : List.of(source.explain(failure));
        Diagnostic first = found.getFirst();
        return failure instanceof Refused refused
                ? List.of(
                        Diagnostic.error(first.code(), first.pointer(), first.line(), first.column(), refused.detail()))
                : found;
    }

    private void read(LinkedPlan linked, byte[] json, Workspace workspace) throws IOException {
        if (new TapeReader(json, linked, workspace, limits).read()) {
            return;
        }
        try (JsonParser parser = source.open(json)) {
            new DataReader(linked.names(), workspace, json, parser).read();
        }
    }

    private static RenderRejected rejected(String detail, List<Diagnostic> diagnostics) {
        return new RenderRejected(new Problem(ProblemCode.DATA_REJECTED, detail, diagnostics));
    }
}
