package org.patchbay.benchmarks.media;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// CPU time of this process from some moment on.
record Cpu(long cpuNanos, long wallNanos) {
    static Cpu now() {
        return new Cpu(processNanos(), System.nanoTime());
    }

    /// How much of one core this process used since then; 2 means two cores busy.
    double shareSince() {
        return (double) (processNanos() - cpuNanos) / (System.nanoTime() - wallNanos);
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
