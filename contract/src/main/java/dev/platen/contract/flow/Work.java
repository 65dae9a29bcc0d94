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
     * @param precondition what must hold of the version that it replaces
     * @param document the document as it was submitted
     */
    record StoreSchema(Envelope envelope, SchemaName name, Precondition precondition, byte[] document)
            implements Work {}

    /**
     * Forget what a name stands for, unless another schema refers to it.
     *
     * @param precondition what must hold of the version that is forgotten
     */
    record RemoveSchema(Envelope envelope, SchemaName name, Precondition precondition) implements Work {}

    /**
     * Tell which schemas there are.
     *
     * @param after the name after which to begin; empty for the first
     * @param limit how many, from 1
     */
    record ListSchemas(Envelope envelope, String after, int limit) implements Work {}

    /** Tell what a name stands for, which versions it stood for, and who refers to it. */
    record DescribeSchema(Envelope envelope, SchemaName name) implements Work {}

    /** Compile a stored schema again, some time soon, because a document that it refers to has changed. Nobody waits. */
    record RenewPlan(Envelope envelope, SchemaName name) implements Work {}

    /**
     * Compile a document that is not stored and render it with the data it brings, in one go.
     *
     * @param dialect how to read it; empty for the one that it looks like
     * @param document the document as it was submitted
     */
    record RenderDocument(Envelope envelope, Presentation presentation, String dialect, byte[] document)
            implements Work {}

    /**
     * Compile a document that is not stored and tell all that can be told about it: how, what its pages cost at most, the
     * listing of its plan, and what is wrong with the data that it brings.
     *
     * @param dialect how to read it; empty for the one that it looks like
     * @param document the document as it was submitted
     */
    record ExplainDocument(Envelope envelope, String dialect, byte[] document) implements Work {}

    /** Work with the plan of a stored schema. Where the plan is lost, it makes a detour over the compiler. */
    sealed interface WithPlan extends Work {
        /** Which version of which schema. */
        SchemaHead head();

        /** How often the plan was found missing; bounds the detours. */
        int attempt();

        /** The same request after one detour over the compiler, which made the plan with this digest. */
        WithPlan withPlan(Digest plan);

        private static void requireAttempt(int attempt) {
            if (attempt < 0) {
                throw new IllegalArgumentException("attempt must not be negative, found %s".formatted(attempt));
            }
        }
    }

    /**
     * Render a stored schema.
     *
     * @param head which version of which schema
     * @param page content address of the result
     * @param excerpt what of the page is wanted
     * @param errors what the caller found wrong with the data, as a JSON object; empty for nothing
     * @param data JSON as it arrived; empty for the default data of the schema
     * @param attempt how often the plan was found missing; bounds the detour over the compiler
     */
    record RenderPage(
            Envelope envelope,
            SchemaHead head,
            Digest page,
            Presentation presentation,
            Excerpt excerpt,
            byte[] errors,
            byte[] data,
            int attempt)
            implements WithPlan {
        /** Refuses an attempt before the first. */
        public RenderPage {
            WithPlan.requireAttempt(attempt);
        }

        @Override
        public RenderPage withPlan(Digest plan) {
            SchemaHead planned = head.withPlan(plan);
            return new RenderPage(envelope, planned, page, presentation, excerpt, errors, data, attempt + 1);
        }
    }

    /**
     * Read a posted form of a stored schema: accept it, or show it again with what is wrong or what a button changed.
     *
     * @param isSwap whether nothing but the part that a button changed is wanted, where it is one
     * @param mediaType of the body, with its parameters
     * @param body as it was posted
     */
    record SubmitForm(
            Envelope envelope,
            SchemaHead head,
            Presentation presentation,
            boolean isSwap,
            String mediaType,
            byte[] body,
            int attempt)
            implements WithPlan {
        /** Refuses an attempt before the first. */
        public SubmitForm {
            WithPlan.requireAttempt(attempt);
        }

        @Override
        public SubmitForm withPlan(Digest plan) {
            return new SubmitForm(envelope, head.withPlan(plan), presentation, isSwap, mediaType, body, attempt + 1);
        }
    }

    /**
     * Validate data against a stored schema; its plan names the documents that the schema refers to.
     *
     * @param locale language of the messages
     * @param accept whether data without errors is submitted
     * @param data JSON as it arrived
     */
    record ValidateData(Envelope envelope, SchemaHead head, String locale, boolean accept, byte[] data, int attempt)
            implements WithPlan {
        /** Refuses an attempt before the first. */
        public ValidateData {
            WithPlan.requireAttempt(attempt);
        }

        @Override
        public ValidateData withPlan(Digest plan) {
            return new ValidateData(envelope, head.withPlan(plan), locale, accept, data, attempt + 1);
        }
    }
}
