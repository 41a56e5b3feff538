package timeline.edge.config;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import timeline.edge.json.StrictJson;
import timeline.edge.json.StrictJsonConverter;
import timeline.edge.request.CallerArgument;
import timeline.edge.request.JsonOnly;
import timeline.edge.request.PageRequestArgument;
import timeline.id.TweetId;
import timeline.id.UserId;
import tools.jackson.databind.json.JsonMapper;

/** What a controller method is handed, and how bodies are read and written. */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
class RequestAutoConfiguration implements WebMvcConfigurer {
    @Bean
    JsonMapper jsonMapper() {
        return StrictJson.mapper();
    }

    @Bean
    ServerHttpMessageConvertersCustomizer strictJsonConverter(JsonMapper mapper) {
        return converters -> converters.withJsonConverter(new StrictJsonConverter(mapper));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
        resolvers.add(new PageRequestArgument());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UserId.class, (Converter<String, UserId>) UserId::parse);
        registry.addConverter(String.class, TweetId.class, (Converter<String, TweetId>) TweetId::parse);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new JsonOnly()).excludePathPatterns("/error");
    }
}
