package timeline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;

/**
 * The secrets of a deployment, generated at first start and never committed: the access tokens' key pair, the key of the cursors
 * and the key of the calls between services. Each file appears whole or not at all, readable by its owner only, and is never
 * changed once it is there, so that any number of processes may ask for it at once.
 */
public final class Secrets {
    /** The private signing key as a JSON Web Key; for the issuer of access tokens alone. */
    public static final String ISSUER_KEY = "issuer.jwk.json";
    /** The public keys as a JSON Web Key Set; for everybody who verifies access tokens. */
    public static final String PUBLIC_KEYS = "jwks.json";
    /** 32 random bytes in base64. */
    public static final String CURSOR_KEY = "cursor.key";
    /** 32 random bytes in base64. */
    public static final String INTERNAL_KEY = "internal.key";

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** {@code main(folder)}: makes what is missing in the folder. */
    static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Secrets FOLDER");
        }
        in(Path.of(arguments[0])).generateMissing();
    }

    public static Secrets in(Path folder) {
        return new Secrets(folder);
    }

    /** Makes what is missing; idempotent, also when several processes do it at once. */
    public Secrets generateMissing() throws IOException {
        Files.createDirectories(folder);
        createOnce(CURSOR_KEY, randomKey());
        createOnce(INTERNAL_KEY, randomKey());
        if (!Files.exists(folder.resolve(ISSUER_KEY))) {
            createOnce(ISSUER_KEY, rsaKey());
        }
        // Derived from whichever private key won, so the two files cannot disagree.
        createOnce(PUBLIC_KEYS, publicPart(Files.readString(folder.resolve(ISSUER_KEY))));
        return this;
    }

    /** @throws IllegalStateException when the file is missing or holds fewer than 32 bytes */
    public byte[] key(String file) {
        byte[] key = Base64.getDecoder().decode(text(file).strip());
        if (key.length < 32) {
            throw new IllegalStateException(folder.resolve(file) + " holds fewer than 32 bytes");
        }
        return key;
    }

    /** @throws IllegalStateException when the file is missing */
    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException missing) {
            throw new IllegalStateException("cannot read the secret " + folder.resolve(file)
                    + "; set timeline.secrets to the folder that timeline.identity.Secrets generated", missing);
        }
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    private void createOnce(String name, String content) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            return;
        }
        Path draft = Files.createTempFile(folder, name, ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(draft, content, StandardOpenOption.SYNC);
            // A link, unlike a rename, fails when somebody else was first.
            Files.createLink(target, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static String rsaKey() throws IOException {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true).generate().toJSONString() + "\n";
        } catch (JOSEException impossible) {
            throw new IOException("every Java platform has RSA", impossible);
        }
    }

    private static String publicPart(String privateKey) throws IOException {
        try {
            return new JWKSet(JWK.parse(privateKey)).toString(true) + "\n";
        } catch (ParseException damaged) {
            throw new IOException(ISSUER_KEY + " is damaged: remove it and the tokens it signed are void", damaged);
        }
    }
}
