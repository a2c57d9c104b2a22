package dev.cordon.requests.web;

import dev.cordon.access.OperationId;
import dev.cordon.requests.Tasks;
import dev.cordon.web.Waiting;
import org.springframework.stereotype.Component;

/** How many tasks wait for the reader, and how many of the reader's requests are late. */
@Component
class RequestsWaiting implements Waiting {

  private final Tasks tasks;

  RequestsWaiting(Tasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public String path() {
    return "/requests";
  }

  @Override
  public long count(OperationId operation) {
    return tasks.waiting(operation);
  }
}
