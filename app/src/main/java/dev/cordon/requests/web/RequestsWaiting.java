package dev.cordon.requests.web;

import dev.cordon.access.OperationId;
import dev.cordon.requests.Requests;
import dev.cordon.web.Waiting;
import org.springframework.stereotype.Component;

/** How many of the reader's requests are late. */
@Component
class RequestsWaiting implements Waiting {

  private final Requests requests;

  RequestsWaiting(Requests requests) {
    this.requests = requests;
  }

  @Override
  public String path() {
    return "/requests";
  }

  @Override
  public long count(OperationId operation) {
    return requests.late(operation);
  }
}
