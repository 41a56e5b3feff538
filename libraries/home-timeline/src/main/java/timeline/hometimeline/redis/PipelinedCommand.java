package timeline.hometimeline.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * One command among thousands. Its arguments are the same for all keys and already encoded; it completes a latch that it shares
 * with its neighbours instead of a future of its own.
 */
final class PipelinedCommand extends Command<byte[], byte[], Long> {
    private final Form form;
    private final byte[] key;
    private final CountDownLatch unanswered;
    private volatile boolean replied;

    PipelinedCommand(Form form, byte[] key, CountDownLatch unanswered) {
        super(form.type, new IntegerOutput<>(ByteArrayCodec.INSTANCE));
        this.form = form;
        this.key = key;
        this.unanswered = unanswered;
    }

    @Override
    public void encode(ByteBuf buffer) {
        buffer.writeBytes(form.head);
        writeBulk(buffer, key);
        buffer.writeBytes(form.tail);
    }

    @Override
    public void complete() {
        boolean first = !isDone();
        replied = true;
        super.complete();
        answered(first);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean first = !isDone();
        super.completeExceptionally(failure);
        answered(first);
        return first;
    }

    @Override
    public void cancel() {
        boolean first = !isDone();
        super.cancel();
        answered(first);
    }

    /** What went wrong; null when the answer is a number. */
    @Nullable
    String failure() {
        if (!isDone()) {
            return "no answer in time";
        }
        return isCancelled() ? "the connection was lost" : getError();
    }

    /** Whether the node said anything, be it that it refuses. */
    boolean isReplied() {
        return replied;
    }

    private void answered(boolean first) {
        if (first) {
            unanswered.countDown();
        }
    }

    private static void writeBulk(ByteBuf buffer, byte[] bytes) {
        buffer.writeByte('$');
        if (bytes.length >= 10) {
            buffer.writeByte('0' + bytes.length / 10);
        }
        buffer.writeByte('0' + bytes.length % 10);
        buffer.writeShort('\r' << 8 | '\n').writeBytes(bytes).writeShort('\r' << 8 | '\n');
    }

    /** A command but for its key, in Redis's protocol. */
    static final class Form {
        private final CommandType type;
        private final byte[] head;
        private final byte[] tail;

        /** @param arguments what follows the key */
        Form(CommandType type, byte[]... arguments) {
            this.type = type;
            this.head = ("*" + (2 + arguments.length) + "\r\n$" + type.name().length() + "\r\n" + type.name() + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            for (byte[] argument : arguments) {
                encoded.writeBytes(("$" + argument.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
                encoded.writeBytes(argument);
                encoded.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            this.tail = encoded.toByteArray();
        }
    }
}
