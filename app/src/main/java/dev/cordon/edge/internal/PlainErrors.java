package dev.cordon.edge.internal;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What the container answers to requests it can not read: the number, and no product's name. */
public final class PlainErrors extends ErrorReportValve {

  private static final int ERROR = 400;

  /** For the container. */
  public PlainErrors() {
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() < ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType("text/plain;charset=utf-8");
      Answers.headers(response);
      @Nullable Writer body = response.getReporter();
      if (body != null) {
        body.write(response.getStatus() + "\n");
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      // Who asked is gone; there is nobody to tell.
    }
  }
}
