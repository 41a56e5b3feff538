package timeline.calls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import timeline.deadline.Deadline;

/**
 * The instances of a service, each to be asked for itself: what one of them says stands for no other. No call goes on to another one, none is
 * repeated, and none tells anything about how load is to be spread.
 */
public final class EachInstance {
    /** Where a name leads. */
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    private final String service;
    private final List<URI> bases;
    private final Transport transport;
    private final Names names;

    EachInstance(String service, List<URI> bases, Transport transport, Names names) {
        this.service = service;
        this.bases = bases;
        this.transport = transport;
        this.names = names;
    }

    /**
     * The base URLs of all instances, as they are set.
     *
     * @throws UpstreamUnavailableException when a name leads to several addresses, or nowhere: then nobody can say that all were asked
     */
    public List<URI> addresses() {
        for (URI base : bases) {
            try {
                int addresses = names.addressesOf(base.getHost()).length;
                if (addresses != 1) {
                    throw UpstreamUnavailableException.failed(service,
                            new IOException(base.getHost() + " stands for " + addresses + " instances"));
                }
            } catch (UnknownHostException unknown) {
                throw UpstreamUnavailableException.failed(service, unknown);
            }
        }
        return bases;
    }

    /**
     * Asks one instance.
     *
     * @throws UpstreamUnavailableException when it did not answer by the deadline, or with a status of 500 or above
     */
    public UpstreamResponse ask(URI instance, UpstreamRequest request, Deadline deadline) {
        Duration left = deadline.left();
        try {
            UpstreamResponse response = deadline
                    .call(() -> transport.send(service, instance, request, left, new CompletableFuture<>()));
            if (response.status() >= 500) {
                throw UpstreamUnavailableException.answered(service, response);
            }
            return response;
        } catch (IOException silent) {
            throw UpstreamUnavailableException.failed(service, silent);
        }
    }
}
