package timeline.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, fetched at the first token and kept, so that neither a start nor a read depends on the issuer being
 * up. A token with an unknown key id makes the keys be fetched again, at most twice in 30 s: beyond that it is simply
 * not ours, else anybody could turn random key ids into errors.
 */
public final class PublicKeys implements JWKSource<SecurityContext> {
    /** A constant: a bound against an answer that never ends, a hundred times what an issuer's keys take. */
    private static final int SIZE_LIMIT_BYTES = 64 * 1024;
    /** A constant: how long others wait for the one who fetches; a request has no more to spend on it. */
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final JWKSource<SecurityContext> source;

    public PublicKeys(URI location, TokenSettings settings) throws IOException {
        int timeout = Math.toIntExact(settings.keysTimeout().toMillis());
        var retriever = new DefaultResourceRetriever(timeout, timeout, SIZE_LIMIT_BYTES);
        this.source = JWKSourceBuilder.<SecurityContext>create(location.toURL(), retriever)
                .cache(settings.keysKept().toMillis(), REFRESH.toMillis()).refreshAheadCache(false).retrying(true)
                .outageTolerant(settings.keysKeptInOutage().toMillis()).build();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return source.get(selector, context);
        } catch (RateLimitReachedException unknownKeyId) {
            return List.of();
        }
    }
}
