package dev.platen.engine.validate;

import dev.platen.engine.validate.ValidationOutcome.Validated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The errors of a validation as a page shows them: at the field that the reader can change, and of alternatives only
 * the one that came closest, beside the error of the choice itself.
 */
public final class FieldErrors {
    private static final Set<String> OF_MEMBERS =
            Set.of("required", "dependentRequired", "additionalProperties", "unevaluatedProperties", "propertyNames");
    /** Broken ones of these say that an alternative was not meant. */
    private static final Set<String> TELLING = Set.of("type", "const", "enum");

    private FieldErrors() {}

    /**
     * Never fails; no errors for valid data, and none twice. {@code instanceLocation} is the place of the field: an
     * error about a member that is missing or not allowed is located at that member.
     */
    public static List<ValidationError> of(Validated validated) {
        return closest(validated.errors(), 0).stream()
                .map(FieldErrors::atField)
                .distinct()
                .toList();
    }

    private static ValidationError atField(ValidationError error) {
        String member = error.member();
        return member == null || !OF_MEMBERS.contains(error.keyword())
                ? error
                : error.at(error.instanceLocation() + "/"
                        + member.replace("~", "~0").replace("/", "~1"));
    }

    /** Resolves the outermost choices below a keyword location, which the errors share up to {@code from}. */
    private static List<ValidationError> closest(List<ValidationError> errors, int from) {
        List<ValidationError> result = new ArrayList<>();
        Map<String, List<ValidationError>> choices = new LinkedHashMap<>();
        for (ValidationError error : errors) {
            Optional<Integer> choice = KeywordPath.nextChoice(error.keywordLocation(), from);
            if (choice.isEmpty()) {
                result.add(error);
            } else {
                String place = error.keywordLocation().substring(0, choice.get());
                choices.computeIfAbsent(place, _ -> new ArrayList<>()).add(error);
            }
        }
        choices.forEach((place, below) -> result.addAll(closestBranch(place, below)));
        return result;
    }

    private static List<ValidationError> closestBranch(String place, List<ValidationError> errors) {
        Map<String, List<ValidationError>> branches = new LinkedHashMap<>();
        for (ValidationError error : errors) {
            int end = error.keywordLocation().indexOf('/', place.length() + 1);
            String branch =
                    end < 0 ? error.keywordLocation() : error.keywordLocation().substring(0, end);
            branches.computeIfAbsent(branch, _ -> new ArrayList<>()).add(error);
        }
        return branches.entrySet().stream()
                .map(branch -> closest(branch.getValue(), branch.getKey().length()))
                .min(Comparator.comparingInt(FieldErrors::distance).thenComparingInt(List::size))
                .orElse(List.of());
    }

    /** How far data is from an alternative: far where the alternative was not meant, nearer the deeper the error lies. */
    private static int distance(List<ValidationError> errors) {
        int shallowest = errors.stream().mapToInt(FieldErrors::depth).min().orElse(0);
        boolean isTelling =
                errors.stream().anyMatch(error -> TELLING.contains(error.keyword()) && depth(error) <= shallowest + 1);
        return isTelling ? 1 : 0;
    }

    private static int depth(ValidationError error) {
        return (int) error.instanceLocation().chars().filter(c -> c == '/').count();
    }
}
