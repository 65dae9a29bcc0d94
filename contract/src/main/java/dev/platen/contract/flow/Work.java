package dev.platen.contract.flow;

import dev.platen.contract.id.Digest;
import dev.platen.contract.id.SchemaName;

/** A request to a worker. Any worker of its tier may take it, and taking it twice has the effect of once. */
public sealed interface Work extends Message {
    /** Who asks, until when, and where the answer goes. */
    Envelope envelope();

    /**
     * Compile a document and, if it is accepted, store it under a name.
     *
     * @param document the document as it was submitted
     */
    record StoreSchema(Envelope envelope, SchemaName name, byte[] document) implements Work {}

    /**
     * Compile a document that is not stored and render it with the data it brings, in one go.
     *
     * @param document the document as it was submitted
     */
    record RenderDocument(Envelope envelope, Presentation presentation, byte[] document) implements Work {}

    /**
     * Render a stored schema.
     *
     * @param head which version of which schema
     * @param page content address of the result
     * @param data JSON as it arrived; empty for the default data of the schema
     * @param attempt how often the plan was found missing; bounds the detour over the compiler
     */
    record RenderPage(
            Envelope envelope, SchemaHead head, Digest page, Presentation presentation, byte[] data, int attempt)
            implements Work {

        /** The same request after one detour over the compiler, which made the plan with this digest. */
        public RenderPage withPlan(Digest plan) {
            SchemaHead restored = new SchemaHead(head.name(), head.digest(), plan);
            return new RenderPage(envelope, restored, page, presentation, data, attempt + 1);
        }
    }
}
