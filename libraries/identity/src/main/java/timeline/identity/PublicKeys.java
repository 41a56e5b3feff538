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
    private static final Duration OUTAGE = Duration.ofHours(24);
    private static final int TIMEOUT_MILLIS = 500;
    private static final int SIZE_LIMIT_BYTES = 64 * 1024;

    private final JWKSource<SecurityContext> source;

    public PublicKeys(URI location, Duration kept) throws IOException {
        var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, SIZE_LIMIT_BYTES);
        this.source = JWKSourceBuilder.<SecurityContext>create(location.toURL(), retriever)
                .cache(kept.toMillis(), Duration.ofSeconds(1).toMillis()).refreshAheadCache(false).retrying(true)
                .outageTolerant(OUTAGE.toMillis()).build();
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
