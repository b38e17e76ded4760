package org.patchbay.benchmarks.calls;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The result: one line of JSON.
public final class Report {

    private final Map<String, Object> values = new LinkedHashMap<>();

    public Report(String benchmark) {
        values.put("benchmark", benchmark);
    }

    public Report put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /// With two places.
    public Report figure(String name, double value) {
        return put(name, rounded(value));
    }

    public static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /// @param database what PostgreSQL says of itself
    public Report machine(Map<String, String> database) {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("jdk", Runtime.version().toString());
        machine.put("postgresql", database);
        return put("machine", machine);
    }

    @SuppressWarnings("SystemOut") // the result
    public void print() {
        System.out.println(JsonMapper.builder().build().writeValueAsString(values));
    }

    @SuppressWarnings("SystemOut") // what is going on
    public static void say(String format, Object... arguments) {
        System.out.printf(java.util.Locale.ROOT, format + "%n", arguments);
    }
}
