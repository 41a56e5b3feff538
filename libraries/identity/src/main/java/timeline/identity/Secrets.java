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
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of secrets, never committed. A deployment's are all generated into one folder at first start: the access tokens' key
 * pair, the key of the cursors, a key for each pair of services that call each other, and the passwords of the stores. Each file
 * appears whole or not at all, readable by its owner only, and is never changed once it is there, so that any number of processes
 * may ask for it at once. From there each component gets its {@link Shares share}, and sees nothing else.
 */
public final class Secrets {
    /** The private signing key as a JSON Web Key; for the issuer of access tokens alone. */
    public static final String ISSUER_KEY = "issuer.jwk.json";
    /** The public keys as a JSON Web Key Set; for everybody who verifies access tokens. */
    public static final String PUBLIC_KEYS = "jwks.json";
    /** 32 random bytes in base64. */
    public static final String CURSOR_KEY = "cursor.key";

    private static final String CALL = "call.";
    private static final String KEY = ".key";

    private final Path folder;

    private Secrets(Path folder) {
        this.folder = folder;
    }

    /** {@code main(folder, shares)}: makes what is missing in the folder, and hands it out to folders in the other one. */
    static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: Secrets FOLDER SHARES");
        }
        new Shares(in(Path.of(arguments[0])).generateMissing(), Path.of(arguments[1])).handOut();
    }

    public static Secrets in(Path folder) {
        return new Secrets(folder);
    }

    /** The file with the key that a caller and the service that it calls share: 32 random bytes in base64. */
    public static String callKey(String caller, String service) {
        return CALL + caller + "." + service + KEY;
    }

    /** Makes what is missing; idempotent, also when several processes do it at once. */
    public Secrets generateMissing() throws IOException {
        PrivateFolders.create(folder);
        createOnce(CURSOR_KEY, randomKey());
        for (String key : Shares.CALL_KEYS) {
            createOnce(key, randomKey());
        }
        for (String password : Shares.PASSWORDS) {
            createOnce(password, randomPassword());
        }
        if (!Files.exists(folder.resolve(ISSUER_KEY))) {
            createOnce(ISSUER_KEY, rsaKey());
        }
        // Derived from whichever private key won, so the two files cannot disagree.
        createOnce(PUBLIC_KEYS, publicPart(Files.readString(folder.resolve(ISSUER_KEY))));
        return this;
    }

    /** Makes the key of another pair of services. */
    public Secrets generateCallKey(String caller, String service) throws IOException {
        createOnce(callKey(caller, service), randomKey());
        return this;
    }

    /** The services whose calls to this one can be verified with what is here. */
    List<String> callersOf(String service) {
        String end = "." + service + KEY;
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(CALL) && name.endsWith(end)
                            && name.length() > CALL.length() + end.length())
                    .map(name -> name.substring(CALL.length(), name.length() - end.length())).sorted().toList();
        } catch (IOException missing) {
            throw unreadable(folder, missing);
        }
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
            throw unreadable(folder.resolve(file), missing);
        }
    }

    private static IllegalStateException unreadable(Path secret, IOException missing) {
        return new IllegalStateException("cannot read the secret " + secret
                + "; set timeline.secrets to the folder that timeline.identity.Secrets generated", missing);
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

    /** Without a line's end and of letters and digits only: some will be read by shells and configuration files. */
    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
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
