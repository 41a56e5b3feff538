package timeline.edge.config;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import timeline.edge.Serving;
import timeline.edge.admission.AdmissionSettings;
import timeline.edge.admission.AdmissionValve;
import timeline.traffic.QueueDelay;
import timeline.edge.problem.ProblemErrorReportValve;
import timeline.edge.request.ServingValve;
import timeline.edge.connection.GuardedHttp11Protocol;

/** Bounds and error pages of the servlet container. */
@AutoConfiguration
@EnableConfigurationProperties({AdmissionSettings.class, HttpSettings.class})
class TomcatAutoConfiguration {
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatBounds(HttpSettings settings,
            AdmissionSettings refusals, Serving serving, AdmissionValve admission, QueueDelay delay) {
        return factory -> {
            factory.addEngineValves(new ServingValve(serving, settings.tellsCallers()), admission);
            factory.setProtocol(GuardedHttp11Protocol.class.getName());
            factory.addContextCustomizers(
                    context -> ((StandardHost) context.getParent()).setErrorReportValveClass(
                            ProblemErrorReportValve.class.getName()));
            factory.addConnectorCustomizers(connector -> {
                // The edge refuses it itself, as any method that a path does not take.
                connector.setAllowTrace(true);
                if (connector.getProtocolHandler() instanceof GuardedHttp11Protocol http) {
                    http.setWaits(delay::waited);
                    http.setBudget(settings.budget());
                    http.setRest(refusals.rest());
                    http.setHeadLimit(http.getMaxHttpRequestHeaderSize());
                    int connections = settings.mostConnections(Runtime.getRuntime().maxMemory());
                    http.setMaxConnections(connections);
                    // The container closes a connection with each 503, and whoever is refused connects anew. Beyond the backlog the kernel
                    // drops that without a word, and TCP tries again after 1 s, then after 2 s more: a refusal at once that comes after 3 s.
                    http.setAcceptCount(connections);
                }
            });
        };
    }
}
