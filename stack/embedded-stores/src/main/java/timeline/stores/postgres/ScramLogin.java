package timeline.stores.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A login by SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding: both sides show that they know the password. */
final class ScramLogin {
    static final String MECHANISM = "SCRAM-SHA-256";
    private static final String NO_CHANNEL_BINDING = "n,,";

    private final String password;
    private final String opening;
    private byte[] expected = {};

    ScramLogin(String password) {
        this(password, nonce());
    }

    /** @param nonce not to be used twice */
    ScramLogin(String password, String nonce) {
        this.password = password;
        // PostgreSQL takes the user from the connection's first message.
        this.opening = "n=,r=" + nonce;
    }

    String first() {
        return NO_CHANNEL_BINDING + opening;
    }

    /** The proof, after the server's challenge. */
    String last(String challenge) throws IOException {
        Map<String, String> server = attributes(challenge);
        String nonce = server.getOrDefault("r", "");
        if (!nonce.startsWith(opening.substring("n=,r=".length()))) {
            throw new IOException("the server answers another client's login");
        }
        String binding = Base64.getEncoder().encodeToString(NO_CHANNEL_BINDING.getBytes(StandardCharsets.UTF_8));
        String ending = "c=" + binding + ",r=" + nonce;
        String exchange = opening + "," + challenge + "," + ending;
        try {
            byte[] salted = salted(Base64.getDecoder().decode(server.getOrDefault("s", "")),
                    Integer.parseInt(server.getOrDefault("i", "0")));
            byte[] client = hmac(salted, "Client Key");
            byte[] proof = hmac(MessageDigest.getInstance("SHA-256").digest(client), exchange);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= client[i];
            }
            expected = hmac(hmac(salted, "Server Key"), exchange);
            return ending + ",p=" + Base64.getEncoder().encodeToString(proof);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException("the server's challenge can't be answered", unusable);
        }
    }

    /** @throws IOException when the server does not know the password either */
    void verify(String signature) throws IOException {
        byte[] given = Base64.getDecoder().decode(attributes(signature).getOrDefault("v", ""));
        if (expected.length == 0 || !MessageDigest.isEqual(expected, given)) {
            throw new IOException("the server does not know the password");
        }
    }

    private byte[] salted(byte[] salt, int iterations) throws GeneralSecurityException {
        var key = new PBEKeySpec(password.toCharArray(), salt, iterations, 256);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> attributes(String message) {
        Map<String, String> attributes = new HashMap<>();
        for (String attribute : message.split(",", -1)) {
            if (attribute.length() > 1) {
                attributes.put(attribute.substring(0, 1), attribute.substring(2));
            }
        }
        return attributes;
    }

    private static String nonce() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
