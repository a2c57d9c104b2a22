package dev.cordon.triage;

import dev.cordon.access.OperationId;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the database place items of the queue under the written rules; when these changed, all. */
@Component
class QueuePlaces {

  private static final Logger LOG = LoggerFactory.getLogger(QueuePlaces.class);
  private static final int AT_ONCE = 5000;

  private final JdbcClient jdbc;
  private final QueueRules rules;

  QueuePlaces(JdbcClient jdbc, QueueRules rules) {
    this.jdbc = jdbc;
    this.rules = rules;
  }

  /** Places what waits to be placed in the operation. */
  void place(OperationId operation) {
    int placed = AT_ONCE;
    while (placed == AT_ONCE) {
      placed =
          jdbc.sql("select cordon.place_queue(:operation, :rules::jsonb, :atMost)")
              .param("operation", operation.value())
              .param("rules", rules.json())
              .param("atMost", AT_ONCE)
              .query(Integer.class)
              .single();
    }
  }

  /** Places items anew that were placed under other rules, or by an earlier version. */
  @EventListener(ApplicationReadyEvent.class)
  void placeEarlier() {
    List<UUID> operations =
        jdbc.sql("select cordon.unplace_all(:version)")
            .param("version", rules.version())
            .query(UUID.class)
            .list();
    for (UUID operation : operations) {
      place(new OperationId(operation));
      LOG.info("placed the queue of operation {} under rules {}", operation, rules.version());
    }
  }
}
