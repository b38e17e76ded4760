package org.patchbay.systemtests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/// What axe has against a page as it stands.
public final class Axe {

    private static final Set<String> REFUSED = Set.of("serious", "critical");
    private static final Set<String> ALL = Set.of("minor", "moderate", "serious", "critical");

    private Axe() {}

    /// @param where how the page is called in what is found
    /// @return serious and critical violations, each in a line
    public static List<String> violations(Page page, String where) {
        return violations(new AxeBuilder(page), where, REFUSED);
    }

    /// @param where how the page is called in what is found
    /// @return also the minor ones
    public static List<String> allViolations(Page page, String where) {
        return violations(new AxeBuilder(page), where, ALL);
    }

    /// The same of a part of the page.
    ///
    /// @param selector in CSS
    public static List<String> violations(Page page, String selector, String where) {
        return violations(new AxeBuilder(page).include(selector), where, REFUSED);
    }

    private static List<String> violations(AxeBuilder axe, String where, Set<String> refused) {
        // No page of its own to sum up what it found in frames: ours have none.
        return axe.setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> refused.contains(rule.getImpact()))
                .map(rule -> where + ": " + words(rule))
                .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
