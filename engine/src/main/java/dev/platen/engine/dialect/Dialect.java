package dev.platen.engine.dialect;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.ir.Form;
import dev.platen.engine.json.Value;
import java.util.Optional;

/** A front end: the words of one kind of document. Implementations are stateless. */
public interface Dialect {
    /** What it is called in reports and queries. */
    String name();

    /** Whether the document looks like one of this kind. */
    boolean recognises(Value document);

    /**
     * Maps the document. Everything that is wrong with it goes to the findings.
     *
     * @param stored the documents that it may be made of
     * @return the form, or empty where the findings hold an error
     */
    Optional<Form> read(Value document, byte[] source, StoredDocuments stored, Limits limits, Findings findings);
}
