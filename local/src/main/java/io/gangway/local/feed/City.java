package io.gangway.local.feed;

import java.time.ZoneId;
import java.util.List;

/** @param state as the country's post spells it, empty where there is none */
record City(String name, String state, String country, String country3, String postalCode, ZoneId zone) {
    static final List<City> AMERICAN = List.of(
            american("Orlando", "FL", "32809", "America/New_York"),
            american("Hickory", "NC", "28601", "America/New_York"),
            american("Columbus", "OH", "43215", "America/New_York"),
            american("Newark", "NJ", "07114", "America/New_York"),
            american("Memphis", "TN", "38118", "America/Chicago"),
            american("Chicago", "IL", "60607", "America/Chicago"),
            american("Dallas", "TX", "75201", "America/Chicago"),
            american("Denver", "CO", "80201", "America/Denver"),
            american("Salt Lake City", "UT", "84116", "America/Denver"),
            american("Phoenix", "AZ", "85004", "America/Phoenix"),
            american("Oakland", "CA", "94607", "America/Los_Angeles"),
            american("Seattle", "WA", "98101", "America/Los_Angeles"));

    static final List<City> GERMAN = List.of(
            german("Neuenstein", "36286"),
            german("Kassel", "34117"),
            german("Hamburg", "20095"),
            german("Bonn", "53113"),
            german("Leipzig", "04109"),
            german("Nürnberg", "90402"),
            german("München", "80331"),
            german("Berlin", "10117"));

    static final List<City> DUTCH = List.of(
            dutch("Amsterdam", "1012JS"),
            dutch("Utrecht", "3511AB"),
            dutch("Eindhoven", "5617BC"),
            dutch("Rotterdam", "3011AA"),
            dutch("Groningen", "9711LM"),
            dutch("Zwolle", "8011CW"));

    private static City american(String name, String state, String zip, String zone) {
        return new City(name, state, "US", "USA", zip, ZoneId.of(zone));
    }

    private static City german(String name, String postalCode) {
        return new City(name, "", "DE", "DEU", postalCode, ZoneId.of("Europe/Berlin"));
    }

    private static City dutch(String name, String postalCode) {
        return new City(name, "", "NL", "NLD", postalCode, ZoneId.of("Europe/Amsterdam"));
    }
}
