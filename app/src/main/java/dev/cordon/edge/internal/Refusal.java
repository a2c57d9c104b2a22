package dev.cordon.edge.internal;

/** Why the wall sends a request back, in words for a person. */
enum Refusal {
  MALFORMED(400, "Bad Request", "The request is not of a form this server takes."),
  WRONG_HOST(400, "Bad Request", "The request is not of a form this server takes."),
  REPEATED(400, "Bad Request", "A value was given twice. Nothing was changed."),
  METHOD(405, "Method Not Allowed", "This server is asked with GET, HEAD and POST only."),
  SLOW(408, "Request Timeout", "The request took too long to arrive. Nothing was changed."),
  TOO_LARGE(413, "Content Too Large", "That is more than this server takes at once."),
  ADDRESS_TOO_LONG(414, "URI Too Long", "The address is longer than this server takes."),
  KIND(415, "Unsupported Media Type", "This server takes no content of that kind."),
  TOO_MANY(429, "Too Many Requests", "That was too fast. Wait a moment and load the page again.");

  private final int status;
  private final String title;
  private final String words;

  Refusal(int status, String title, String words) {
    this.status = status;
    this.title = title;
    this.words = words;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String words() {
    return words;
  }
}
