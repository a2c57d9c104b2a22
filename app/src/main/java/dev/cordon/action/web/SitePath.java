package dev.cordon.action.web;

import dev.cordon.access.OperationId;
import java.util.UUID;

/** Which site an address under an operation names. */
record SitePath(OperationId operation, UUID site) {

  /** The site's address. */
  String page() {
    return page(operation, site);
  }

  static String page(OperationId operation, UUID site) {
    return "/operations/" + operation.value() + "/action-sites/" + site;
  }
}
