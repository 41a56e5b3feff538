package timeline.chassis.config;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import timeline.chassis.problem.ProblemErrorReportValve;

/** Bounds and error pages of the servlet container. */
@AutoConfiguration
class TomcatAutoConfiguration {
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> {
            factory.addContextCustomizers(
                    context -> ((StandardHost) context.getParent()).setErrorReportValveClass(
                            ProblemErrorReportValve.class.getName()));
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    // A reader that trickles its body is cut off like one that trickles its headers.
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(http.getConnectionTimeout());
                    http.setMaxHeaderCount(100);
                }
            });
        };
    }
}
