package org.patchbay.database;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Begins transactions in the bound [Scope]. A transaction begun inside another joins it.
@Component
public class Transactions {

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Transactions(PlatformTransactionManager manager) {
        this.writing = new TransactionTemplate(manager);
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
    }

    /// Runs the work in one transaction; an exception rolls it back.
    public <T> T write(Supplier<T> work) {
        return writing.execute(status -> work.get());
    }

    public void write(Runnable work) {
        writing.executeWithoutResult(status -> work.run());
    }

    /// Runs the work in a transaction that PostgreSQL itself keeps from writing.
    public <T> T read(Supplier<T> work) {
        return reading.execute(status -> work.get());
    }

    /// Runs the work once what was written is durable; not at all when it is rolled back.
    public static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
