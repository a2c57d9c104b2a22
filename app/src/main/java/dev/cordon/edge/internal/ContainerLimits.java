package dev.cordon.edge.internal;

import dev.cordon.edge.Limits;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;

/** The container's own limits, where there is no setting of the framework for them. */
record ContainerLimits(Limits limits) implements TomcatConnectorCustomizer {

  private static final int HEADERS = 60;
  private static final int COOKIES = 20;

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
      protocol.setMaxTrailerSize(0);
      protocol.setMaxExtensionSize(256);
    }
  }
}
