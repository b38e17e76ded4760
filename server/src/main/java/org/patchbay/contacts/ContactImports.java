package org.patchbay.contacts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.contacts.csv.CsvRow;
import org.patchbay.contacts.csv.CsvTable;
import org.patchbay.contacts.csv.UnclosedQuote;
import org.patchbay.contacts.importing.ColumnGuess;
import org.patchbay.contacts.importing.ContactField;
import org.patchbay.contacts.importing.ImportLine;
import org.patchbay.contacts.importing.ImportPlan;
import org.patchbay.contacts.importing.LineReader;
import org.patchbay.contacts.importing.Planner;
import org.patchbay.contacts.importing.WhenKnown;
import org.patchbay.database.Transactions;
import org.patchbay.kernel.Problems;
import org.patchbay.kernel.access.AuditFact;
import org.patchbay.workspaces.DialledNumbers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Adds many contacts out of a file to the bound workspace.
@Component
public class ContactImports {

    public static final int MOST_LINES = 20_000;

    private static final int SHOWN_PROBLEMS = 100;
    private static final int SHOWN_LINES = 5;
    private static final int ATTEMPTS = 3;

    private final ContactStore store;
    private final ContactWriter writer;
    private final Contacts contacts;
    private final DialledNumbers dialled;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;

    ContactImports(
            ContactStore store,
            ContactWriter writer,
            Contacts contacts,
            DialledNumbers dialled,
            Transactions transactions,
            ApplicationEventPublisher events) {
        this.store = store;
        this.writer = writer;
        this.contacts = contacts;
        this.dialled = dialled;
        this.transactions = transactions;
        this.events = events;
    }

    /// `ContactImport` in `api/openapi.yaml`.
    ///
    /// @param mapping what each column was taken for
    public record Report(
            List<String> columns,
            List<ContactField> mapping,
            int total,
            int added,
            int updated,
            int skipped,
            int refused,
            List<Problem> problems,
            List<ContactDraft> sample) {

        /// @param line in the file, the first is 1
        public record Problem(int line, String detail) {}
    }

    private record File(List<String> columns, List<ContactField> mapping, List<ImportLine> lines) {}

    /// What would be, without writing anything.
    ///
    /// @param mapping what each column is; null for what their names say
    /// @throws org.patchbay.kernel.Problem 400 `invalid` for what is no table, or too long a one
    public Report preview(String csv, @Nullable List<ContactField> mapping, WhenKnown whenKnown) {
        File file = read(csv, mapping);
        return transactions.read(() -> {
            store.planForThousands();
            return report(file, Planner.plan(file.lines(), store.known(numbers(file), emails(file)), whenKnown));
        });
    }

    /// In one transaction, of few statements.
    ///
    /// @throws org.patchbay.kernel.Problem as for a preview; 409 where others add the same phones again and again
    public Report run(String csv, @Nullable List<ContactField> mapping, WhenKnown whenKnown) {
        File file = read(csv, mapping);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return transactions.write(() -> write(file, whenKnown));
            } catch (PhoneGone gone) {
                // Somebody else's by now, or nobody's any more: the next look sees it.
            }
        }
        throw Problems.CONFLICT.because("Others are changing the same contacts right now. Try again.");
    }

    /// A phone that was free, or somebody's who is known, is another's since.
    private static final class PhoneGone extends RuntimeException {
        PhoneGone() {
            super(null, null, false, false);
        }
    }

    private Report write(File file, WhenKnown whenKnown) {
        store.planForThousands();
        ImportPlan plan = Planner.plan(file.lines(), store.lockKnown(numbers(file), emails(file)), whenKnown);
        writer.insert(plan.toAdd());
        writer.update(plan.toChange());
        Map<UUID, ContactDraft> all = new HashMap<>(plan.toAdd());
        all.putAll(plan.toChange());
        if (!writer.replacePhones(all)) {
            throw new PhoneGone();
        }
        if (!all.isEmpty()) {
            events.publishEvent(new ContactEvent.Imported());
            contacts.manyChanged();
            events.publishEvent(AuditFact.of("contacts.imported")
                    .with(Map.of(
                            "added", plan.toAdd().size(),
                            "changed", plan.toChange().size())));
        }
        return report(file, plan);
    }

    private File read(String csv, @Nullable List<ContactField> mapping) {
        List<CsvRow> rows = rows(csv);
        List<String> columns =
                rows.getFirst().fields().stream().map(String::strip).toList();
        if (mapping != null && mapping.size() != columns.size()) {
            throw Problems.invalid("mapping", "must say of each of the " + columns.size() + " columns what it is");
        }
        List<ContactField> fields = mapping == null ? ColumnGuess.of(columns) : mapping;
        LineReader reader = new LineReader(fields, dialled.reader());
        return new File(
                columns,
                fields,
                rows.subList(1, rows.size()).stream().map(reader::read).toList());
    }

    private static List<CsvRow> rows(String csv) {
        try {
            List<CsvRow> rows = CsvTable.read(csv).rows();
            if (rows.isEmpty()) {
                throw Problems.invalid("csv", "has no line that names the columns");
            }
            if (rows.size() - 1 > MOST_LINES) {
                throw Problems.invalid("csv", "may have up to 20,000 lines");
            }
            return rows;
        } catch (UnclosedQuote broken) {
            throw Problems.invalid("csv", "has a quote in line " + broken.line() + " that is never closed");
        }
    }

    private static List<String> numbers(File file) {
        return file.lines().stream()
                .flatMap(line -> line.draft().numbers().stream())
                .distinct()
                .toList();
    }

    private static List<String> emails(File file) {
        return file.lines().stream()
                .map(line -> Planner.key(line.draft().email()))
                .filter(email -> !email.isEmpty())
                .distinct()
                .toList();
    }

    private static Report report(File file, ImportPlan plan) {
        return new Report(
                file.columns(),
                file.mapping(),
                file.lines().size(),
                plan.added(),
                plan.updated(),
                plan.skipped(),
                plan.refused(),
                plan.complaints().stream()
                        .limit(SHOWN_PROBLEMS)
                        .map(complaint -> new Report.Problem(complaint.line(), complaint.detail()))
                        .toList(),
                file.lines().stream()
                        .map(ImportLine::draft)
                        .filter(ContactDraft::findable)
                        .limit(SHOWN_LINES)
                        .toList());
    }
}
