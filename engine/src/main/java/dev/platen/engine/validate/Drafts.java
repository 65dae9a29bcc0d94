package dev.platen.engine.validate;

import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.Specification;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.AbstractDialectRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatKeyword;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.vocabulary.Vocabularies;
import com.networknt.schema.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The drafts as one schema sees them: within its budget, and with its own meta-schemas beside them. */
final class Drafts extends AbstractDialectRegistry {
    private final SchemaBudget budget;
    private final List<Format> formats;
    private final Map<String, Dialect> known = new HashMap<>();
    private final Set<String> loading = new HashSet<>();

    Drafts(SchemaBudget budget, List<Format> formats) {
        this.budget = budget;
        this.formats = formats;
    }

    @Override
    public synchronized Dialect getDialect(String address, SchemaRegistry registry) {
        Dialect dialect = known.get(address);
        if (dialect == null) {
            dialect = standard(address);
            dialect = dialect == null ? own(address, registry) : dialect;
            known.put(address, dialect);
        }
        return dialect;
    }

    private @Nullable Dialect standard(String address) {
        for (SpecificationVersion version : SpecificationVersion.values()) {
            if (version.getDialectId().equals(address)) {
                return bounded(Specification.getDialect(version));
            }
        }
        return null;
    }

    private Dialect own(String address, SchemaRegistry registry) {
        if (!loading.add(address)) {
            throw new SchemaException("meta-schemas describe each other in a circle");
        }
        try {
            return loadDialect(address, registry);
        } finally {
            loading.remove(address);
        }
    }

    private Dialect bounded(Dialect dialect) {
        return Dialect.builder(dialect)
                .keywords(keywords -> keywords.replaceAll((_, keyword) -> bounded(keyword)))
                .vocabularyRegistry(this::vocabulary)
                .formats(known -> formats.forEach(format -> known.put(format.getName(), format)))
                .unknownKeywordFactory((_, _) -> null)
                .build();
    }

    private @Nullable Vocabulary vocabulary(String address) {
        Vocabulary vocabulary = Vocabularies.getVocabulary(address);
        return vocabulary == null
                ? null
                : new Vocabulary(
                        address,
                        vocabulary.getKeywords().stream().map(this::bounded).toArray(Keyword[]::new));
    }

    private Keyword bounded(Keyword keyword) {
        boolean isFormat = keyword == KeywordType.FORMAT || keyword instanceof FormatKeyword;
        return isFormat || keyword instanceof BoundedKeyword ? keyword : new BoundedKeyword(keyword, budget);
    }
}
