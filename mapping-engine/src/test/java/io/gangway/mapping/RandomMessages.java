package io.gangway.mapping;

import io.gangway.canonical.CanonicalMessage;
import io.gangway.canonical.CanonicalRecord;
import io.gangway.canonical.CanonicalType;
import io.gangway.canonical.FieldType;
import io.gangway.canonical.FieldType.BooleanType;
import io.gangway.canonical.FieldType.CodeType;
import io.gangway.canonical.FieldType.DateType;
import io.gangway.canonical.FieldType.InstantType;
import io.gangway.canonical.FieldType.IntegerType;
import io.gangway.canonical.FieldType.ListType;
import io.gangway.canonical.FieldType.ObjectType;
import io.gangway.canonical.FieldType.TextType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes messages that are as odd as their types allow. */
public final class RandomMessages {
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2099-12-31T00:00:00Z").getEpochSecond();
    private static final int[] CHARACTERS = "aZ9 -/\"\\\u00e4\u00df\u0416\u4e2d\ud83d\ude00\u200d\u0007{}<&"
            .codePoints()
            .toArray();

    private final Random random;

    public RandomMessages(long seed) {
        this.random = new Random(seed);
    }

    public CanonicalMessage next(CanonicalType type) {
        return (CanonicalMessage) object(type.record());
    }

    private Record object(CanonicalRecord shape) {
        var fields = shape.fields();
        var values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            var field = fields.get(i);
            values[i] = switch (field.type()) {
                case ListType list -> list(list, field.required());
                case FieldType other when field.required() || random.nextBoolean() -> value(other);
                case FieldType other -> null;
            };
        }
        // An object without any value is the same as none, so that it can't be told apart when it is read again.
        var bare = Arrays.stream(values).allMatch(value -> value == null || value.equals(List.of()));
        return bare ? object(shape) : shape.create(values);
    }

    private List<?> list(ListType type, boolean required) {
        var size = (required ? 1 : 0) + random.nextInt(3);
        var entries = type.item() instanceof ObjectType ? new ArrayList<Object>() : new LinkedHashSet<Object>();
        for (int i = 0; i < Math.min(size, type.maxItems()); i++) {
            entries.add(value(type.item()));
        }
        return List.copyOf(entries);
    }

    private Object value(FieldType type) {
        return switch (type) {
            case TextType text -> text.format() == null ? text(text.maxLength()) : formatted(text);
            case CodeType code ->
                List.copyOf(code.constants().values())
                        .get(random.nextInt(code.constants().size()));
            case IntegerType integer -> integer(integer);
            case BooleanType flag -> random.nextBoolean();
            case InstantType instant ->
                Instant.ofEpochSecond(random.nextLong(EARLIEST, LATEST), random.nextInt(4) * 1_000_001L);
            case DateType date -> LocalDate.ofEpochDay(random.nextLong(EARLIEST / 86_400, LATEST / 86_400));
            case ObjectType object -> object(object.record());
            case ListType list -> list(list, false);
        };
    }

    private Long integer(IntegerType type) {
        return switch (random.nextInt(4)) {
            case 0 -> type.unit().minimum();
            case 1 -> type.unit().maximum();
            default -> random.nextLong(type.unit().minimum(), type.unit().maximum());
        };
    }

    private String text(int maxLength) {
        var length = random.nextInt(10) == 0 ? Math.min(maxLength, 2000) : random.nextInt(Math.min(maxLength, 30)) + 1;
        var text = new StringBuilder();
        while (text.length() < length) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        var end = text.length() > length ? text.offsetByCodePoints(text.length(), -1) : length;
        var stripped = text.substring(0, end).strip();
        return stripped.isEmpty() ? "x" : stripped;
    }

    private String formatted(TextType type) {
        return switch (type.format()) {
            case COUNTRY -> letters(2);
            case CURRENCY -> letters(3);
            case SSCC -> digits(18);
            case COMMODITY_CODE -> digits(6 + random.nextInt(9));
            case EMAIL -> letters(5) + "@" + letters(5);
            case URL -> "https://example.com/" + letters(random.nextInt(1000));
            case MEDIA_TYPE -> "image/svg+xml";
            case BASE64 -> letters(random.nextInt(1, 2000)) + "=";
        };
    }

    private String letters(int count) {
        return random.ints(count, 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private String digits(int count) {
        return Stream.generate(() -> Integer.toString(random.nextInt(10)))
                .limit(count)
                .collect(Collectors.joining());
    }
}
