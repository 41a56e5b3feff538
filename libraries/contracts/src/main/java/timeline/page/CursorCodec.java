package timeline.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import timeline.id.UserId;

/**
 * Cursors that clients can neither read into, change, nor use anywhere else. A cursor is base64url(version, position, tag); the
 * tag is the first 128 bits of HMAC-SHA-256 over version, position, caller and list, so a cursor of another user or another
 * list fails like a forged one. The position is a plain ordering key (a tweet id, a follow's number): its row need not exist.
 */
public final class CursorCodec {
    private static final byte VERSION = 1;
    private static final int TAG_BYTES = 16;
    private static final int BYTES = 1 + Long.BYTES + TAG_BYTES;

    private final List<SecretKeySpec> keys;

    /**
     * @param keys secrets of at least 32 bytes; the first one signs, all are accepted, so that a key can be rotated
     * @throws IllegalArgumentException when there is no key or one is too short
     */
    public CursorCodec(List<byte[]> keys) {
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.length < 32)) {
            throw new IllegalArgumentException("cursors need at least one key of at least 32 bytes");
        }
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, "HmacSHA256")).toList();
    }

    /**
     * @param list names the list, with its subject where it has one: {@code home}, {@code user-tweets:42}
     * @param position the ordering key of the last item that the caller has seen
     */
    public String encode(UserId caller, String list, long position) {
        byte[] tag = tag(keys.getFirst(), caller, list, position);
        byte[] bytes = ByteBuffer.allocate(BYTES).put(VERSION).putLong(position).put(tag).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws InvalidCursorException unless this codec made the cursor for the same caller and list */
    public long decode(UserId caller, String list, String cursor) {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(cursor));
        if (bytes.remaining() != BYTES || bytes.get() != VERSION) {
            throw new InvalidCursorException();
        }
        long position = bytes.getLong();
        byte[] tag = new byte[TAG_BYTES];
        bytes.get(tag);
        // A second spelling of the same bytes (base64's spare bits) is refused too: one cursor, one text.
        boolean genuine = keys.stream().anyMatch(key -> MessageDigest.isEqual(tag, tag(key, caller, list, position)));
        if (!genuine || !Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()).equals(cursor)) {
            throw new InvalidCursorException();
        }
        return position;
    }

    private static byte[] bytes(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidCursorException(notBase64);
        }
    }

    private static byte[] tag(SecretKeySpec key, UserId caller, String list, long position) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(ByteBuffer.allocate(1 + 2 * Long.BYTES).put(VERSION).putLong(position).putLong(caller.value())
                    .flip());
            return Arrays.copyOf(mac.doFinal(list.getBytes(StandardCharsets.UTF_8)), TAG_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }
}
