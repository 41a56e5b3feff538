package timeline.tweet.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether two requests ask for the same tweet, without keeping the text: SHA-256 over what would be stored. */
public record Fingerprint(String hex) {
    /** @param media in the order in which they were sent; none holds a NUL */
    public static Fingerprint of(String text, List<String> media) {
        MessageDigest digest = sha256();
        // The separator occurs in neither: no text with media looks like another text.
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        for (String id : media) {
            digest.update((byte) 0);
            digest.update(id.getBytes(StandardCharsets.UTF_8));
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
