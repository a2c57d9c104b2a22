package dev.cordon.edge.internal;

import dev.cordon.edge.Limits;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;

/** The container's own limits, where there is no setting of the framework for them. */
record ContainerLimits(Limits limits) implements TomcatConnectorCustomizer {

  private static final int HEADERS = 60;
  private static final int COOKIES = 20;

  /** Fields after a chunked body are dropped unread; the empty line that ends it counts, too. */
  private static final int TRAILER_BYTES = 256;

  @Override
  public void customize(Connector connector) {
    connector.setAllowTrace(false);
    connector.setXpoweredBy(false);
    connector.setEncodedSolidusHandling("reject");
    connector.setMaxCookieCount(COOKIES);
    if (connector.getProtocolHandler() instanceof PatientProtocol protocol) {
      protocol.setPatience(limits.headerPatience());
      protocol.setConnectionsPerAddress(limits.connectionsPerAddress());
      protocol.setMaxHeaderCount(HEADERS);
      protocol.setMaxTrailerSize(TRAILER_BYTES);
      protocol.setMaxExtensionSize(256);
    }
  }
}
