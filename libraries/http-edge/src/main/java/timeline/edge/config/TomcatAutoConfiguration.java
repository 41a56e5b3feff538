package timeline.edge.config;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import timeline.edge.problem.ProblemErrorReportValve;
import timeline.edge.request.PunctualHttp11Protocol;

/** Bounds and error pages of the servlet container. */
@AutoConfiguration
@EnableConfigurationProperties(HttpSettings.class)
class TomcatAutoConfiguration {
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcatBounds(HttpSettings settings) {
        return factory -> {
            factory.setProtocol(PunctualHttp11Protocol.class.getName());
            factory.addContextCustomizers(
                    context -> ((StandardHost) context.getParent()).setErrorReportValveClass(
                            ProblemErrorReportValve.class.getName()));
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof PunctualHttp11Protocol http) {
                    http.setHeadWithin(settings.headWithin());
                    // A reader that trickles its body is cut off like one that trickles its headers.
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(http.getConnectionTimeout());
                    http.setMaxHeaderCount(100);
                }
            });
        };
    }
}
