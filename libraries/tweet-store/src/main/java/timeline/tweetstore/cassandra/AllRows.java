package timeline.tweetstore.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** All pages of a result. */
final class AllRows {
    private AllRows() {
    }

    static CompletionStage<List<Row>> of(AsyncResultSet firstPage) {
        return append(new ArrayList<>(), firstPage);
    }

    private static CompletionStage<List<Row>> append(List<Row> rows, AsyncResultSet page) {
        page.currentPage().forEach(rows::add);
        if (!page.hasMorePages()) {
            return CompletableFuture.completedStage(rows);
        }
        return page.fetchNextPage().thenCompose(next -> append(rows, next));
    }
}
