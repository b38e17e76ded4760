package org.patchbay.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void itEndsWhenTheParentClosesThePipeWhateverTheParentSaidBefore() throws Exception {
        PipedInputStream parent = new PipedInputStream();
        PipedOutputStream end = new PipedOutputStream(parent);
        ParentWatch.begin(parent, ended::countDown);

        end.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        end.flush();
        assertThat(ended.getCount()).isEqualTo(1);
        end.close();

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aBrokenPipeIsAnEndToo() throws Exception {
        ParentWatch.begin(
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken pipe");
                    }
                },
                ended::countDown);

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
    }
}
