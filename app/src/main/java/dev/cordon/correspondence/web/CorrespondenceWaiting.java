package dev.cordon.correspondence.web;

import dev.cordon.access.OperationId;
import dev.cordon.correspondence.Corrections;
import dev.cordon.correspondence.ReceivedPackages;
import dev.cordon.web.Waiting;
import org.springframework.stereotype.Component;

/** Packages received that wait for the reader, and recipients that still have to be told. */
@Component
class CorrespondenceWaiting implements Waiting {

  private final ReceivedPackages received;
  private final Corrections corrections;

  CorrespondenceWaiting(ReceivedPackages received, Corrections corrections) {
    this.received = received;
    this.corrections = corrections;
  }

  @Override
  public String path() {
    return "/correspondence";
  }

  @Override
  public long count(OperationId operation) {
    return received.waiting(operation) + corrections.open(operation);
  }
}
