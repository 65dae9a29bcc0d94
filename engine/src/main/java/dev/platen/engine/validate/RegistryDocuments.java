package dev.platen.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.resource.SchemaLoader;
import com.networknt.schema.serialization.NodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a schema's references lead: to documents that were handed in, to the standard meta-schemas, and nowhere else. */
final class RegistryDocuments implements NodeReader {
    private static final Set<String> META_SCHEMAS = Stream.concat(
                    Stream.of("draft-04/schema", "draft-06/schema", "draft-07/schema")
                            .map(path -> "http://json-schema.org/" + path),
                    Stream.of(
                                    "2019-09/schema 2019-09/meta/applicator 2019-09/meta/content 2019-09/meta/core",
                                    "2019-09/meta/format 2019-09/meta/meta-data 2019-09/meta/validation",
                                    "2020-12/schema 2020-12/meta/applicator 2020-12/meta/content 2020-12/meta/core",
                                    "2020-12/meta/format-annotation 2020-12/meta/format-assertion",
                                    "2020-12/meta/meta-data 2020-12/meta/unevaluated 2020-12/meta/validation")
                            .flatMap(paths -> Stream.of(paths.split(" ", -1)))
                            .map(path -> "https://json-schema.org/draft/" + path))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, byte[]> documents;
    private final JsonTrees trees;

    RegistryDocuments(Map<String, byte[]> documents, JsonTrees trees) {
        this.documents = documents;
        this.trees = trees;
    }

    SchemaLoader loader() {
        return SchemaLoader.builder()
                .allow(address -> META_SCHEMAS.contains(withoutFragment(address.toString()))
                        || documents.containsKey(withoutFragment(address.toString())))
                .resourceLoaders(loaders -> loaders.add(address -> {
                    byte[] document = documents.get(withoutFragment(address.toString()));
                    return document == null ? null : () -> new ByteArrayInputStream(document);
                }))
                .fetchRemoteResources(false)
                .build();
    }

    @Override
    public JsonNode readTree(String content, InputFormat format) {
        return readTree(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), format);
    }

    @Override
    public JsonNode readTree(InputStream content, InputFormat format) {
        try {
            return trees.read(content.readAllBytes());
        } catch (IOException malformed) {
            throw new Unreadable("a document that the schema refers to cannot be read: "
                    + trees.source().explain(malformed).message());
        }
    }

    private static String withoutFragment(String address) {
        int mark = address.indexOf('#');
        return mark < 0 ? address : address.substring(0, mark);
    }

    /** Ends the reading of a schema; never leaves this package. */
    static final class Unreadable extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }
}
