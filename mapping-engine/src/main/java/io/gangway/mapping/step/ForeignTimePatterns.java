package io.gangway.mapping.step;

import io.gangway.mapping.step.TimePattern.Part;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What patterns of other systems and languages are in {@code java.time}. */
final class ForeignTimePatterns {
    private static final Pattern PERCENT = Pattern.compile("%-?([A-Za-z])");

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");

    /** Of C, Python and others. */
    private static final Map<String, String> PERCENT_LETTERS = Map.ofEntries(
            Map.entry("Y", "yyyy"),
            Map.entry("y", "yy"),
            Map.entry("m", "MM"),
            Map.entry("d", "dd"),
            Map.entry("e", "d"),
            Map.entry("H", "HH"),
            Map.entry("I", "hh"),
            Map.entry("M", "mm"),
            Map.entry("S", "ss"),
            Map.entry("f", "SSSSSS"),
            Map.entry("p", "a"),
            Map.entry("z", "XX"),
            Map.entry("b", "MMM"),
            Map.entry("B", "MMMM"),
            Map.entry("a", "EEE"),
            Map.entry("A", "EEEE"),
            Map.entry("F", "yyyy-MM-dd"),
            Map.entry("T", "HH:mm:ss"));

    private ForeignTimePatterns() {}

    /** Empty if the pattern is none that is known. The result need not be a pattern. */
    static Optional<String> find(String pattern) {
        var translated = isWithPercents(pattern)
                ? ofPercents(pattern)
                : ofLetters(TimePattern.of(pattern.replace("HH24", "HH")
                        .replace("HH12", "hh")
                        .replace("MI", "mm")
                        .replace("MONTH", "MMMM")
                        .replace("MON", "MMM")));
        return translated.equals(pattern) ? Optional.empty() : Optional.of(translated);
    }

    /** As in Oracle's {@code DD-MON-YYYY}. */
    static boolean isWithMonthName(String pattern) {
        return pattern.contains("MON");
    }

    /** The format that a name of another system stands for; empty if it is not known, or may be seconds or milliseconds. */
    static Optional<String> named(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (plain) {
            case "unix", "unixtime", "unixtimestamp", "epochsecond", "epochseconds", "seconds" ->
                Optional.of("epoch-seconds");
            case "epochmillis",
                    "epochmilli",
                    "epochms",
                    "millis",
                    "milliseconds",
                    "unixms",
                    "unixmillis",
                    "timestampms" -> Optional.of("epoch-millis");
            case "iso", "iso8601", "isodatetime", "isoinstant", "isooffsetdatetime", "rfc3339" -> Optional.of("iso");
            case "rfc2822", "rfc822", "rfc1123", "httpdate" -> Optional.of("rfc2822");
            default -> Optional.empty();
        };
    }

    static boolean isWithPercents(String pattern) {
        return PERCENT.matcher(pattern).find();
    }

    /** Letters that no percent sign stands before are meant as they are. */
    private static String ofPercents(String pattern) {
        var translated = new StringBuilder();
        var percents = PERCENT.matcher(pattern);
        int end = 0;
        while (percents.find()) {
            translated
                    .append(quoted(pattern.substring(end, percents.start())))
                    .append(PERCENT_LETTERS.getOrDefault(percents.group(1), "?"));
            end = percents.end();
        }
        return translated.append(quoted(pattern.substring(end))).toString();
    }

    private static String quoted(String text) {
        return LETTERS.matcher(text).replaceAll("'$0'");
    }

    private static String ofLetters(TimePattern pattern) {
        var parts = new ArrayList<Part>();
        pattern.parts().forEach(part -> parts.add(translated(part, pattern)));
        return new TimePattern(parts).toString();
    }

    private static Part translated(Part part, TimePattern pattern) {
        boolean isDay = !pattern.has("dD");
        return switch (part.letter()) {
            // German, as in TT.MM.JJJJ; .NET has tt for the half of the day, and many a 'T' between day and time.
            case 'T', 't' ->
                part.length() == 2
                        ? isDay ? new Part('d', "dd") : new Part('a', "a")
                        : new Part((char) 0, "'" + part.text() + "'");
            // German, Dutch and French, as in jj/mm/aaaa.
            case 'J', 'j' -> part.length() == 2 && isDay && part.letter() == 'j' ? part.of('d') : part.of('y');
            // Spanish, French and Portuguese; Polish.
            case 'A', 'a', 'R', 'r' -> part.length() == 4 ? part.of('y') : part;
            // PHP.
            case 'i' -> new Part('m', "mm");
            // .NET.
            case 'f', 'F' -> part.of('S');
            default -> part;
        };
    }
}
