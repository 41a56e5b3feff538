package timeline.tweet.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import timeline.tweet.Draft;
import timeline.tweet.MediaId;

/** Tells whether two requests ask for the same tweet, without keeping the text: SHA-256 over what would be stored. */
public record Fingerprint(String hex) {
    static Fingerprint of(Draft draft) {
        MessageDigest digest = sha256();
        // The separator occurs in neither: no text with media looks like another text.
        digest.update(draft.text().value().getBytes(StandardCharsets.UTF_8));
        for (MediaId id : draft.media()) {
            digest.update((byte) 0);
            digest.update(id.value().getBytes(StandardCharsets.UTF_8));
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
