package dev.cordon.formats.xml;

import dev.cordon.formats.FormatException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML event by event. Everything hostile ends with a {@link FormatException} that says what
 * and where: a document type, a tag without end, nesting or names beyond the limits. Failures of
 * the disk are thrown as they are. Not thread-safe.
 */
public final class XmlEvents implements AutoCloseable {

  /** What comes next. */
  public enum Event {
    /** An element begins. */
    START,
    /** An element ends. */
    END,
    /** Text, possibly a piece of it. */
    TEXT,
    /** The end of the file. */
    FINISHED
  }

  private final Guard guard;
  private final XMLStreamReader reader;
  private final XmlLimits limits;
  private final Set<String> names = new HashSet<>();
  private int depth;

  /** Reads from the stream's present place. */
  public XmlEvents(InputStream stream, XmlLimits limits) throws IOException {
    this.limits = limits;
    this.guard = new Guard(stream, limits.tokenBytes() + (1 << 16));
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("an external reference");
    });
    try {
      this.reader = factory.createXMLStreamReader(guard);
    } catch (XMLStreamException | RuntimeException failure) {
      throw refused(failure);
    }
  }

  /** The next event. */
  public Event next() throws IOException {
    try {
      while (reader.hasNext()) {
        guard.allow();
        Event event = event(reader.next());
        if (event != null) {
          return event;
        }
      }
      return Event.FINISHED;
    } catch (XMLStreamException | RuntimeException failure) {
      throw refused(failure);
    }
  }

  private @Nullable Event event(int type) {
    return switch (type) {
      case XMLStreamConstants.START_ELEMENT -> {
        depth++;
        if (depth > limits.depth()) {
          throw new FormatException("is nested deeper than " + limits.depth() + at());
        }
        noteNames();
        yield Event.START;
      }
      case XMLStreamConstants.END_ELEMENT -> {
        depth--;
        yield Event.END;
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          Event.TEXT;
      case XMLStreamConstants.DTD ->
          throw new FormatException("holds a document type, which is refused," + at());
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw new FormatException("refers to an entity, which is refused," + at());
      default -> null;
    };
  }

  private void noteNames() {
    names.add(reader.getLocalName());
    for (int index = 0; index < reader.getAttributeCount(); index++) {
      names.add(reader.getAttributeLocalName(index));
    }
    if (names.size() > limits.names()) {
      throw new FormatException("has more than " + limits.names() + " different names" + at());
    }
  }

  /** The present element's name without its prefix. */
  public String name() {
    return reader.getLocalName();
  }

  /** How deep the present element lies; the root at 1. After an end: the depth around it. */
  public int depth() {
    return depth;
  }

  /** The attribute's value, or null; prefixes play no part. */
  public @Nullable String attribute(String name) {
    for (int index = 0; index < reader.getAttributeCount(); index++) {
      if (reader.getAttributeLocalName(index).equals(name)) {
        return reader.getAttributeValue(index);
      }
    }
    return null;
  }

  /** The present text or piece of text. */
  public String text() {
    return reader.getText();
  }

  /** About where the present event ends: characters from the start of the file. */
  public long offset() {
    return Math.max(0, reader.getLocation().getCharacterOffset());
  }

  /** The line of the present event, from 1. */
  public long line() {
    return Math.max(1, reader.getLocation().getLineNumber());
  }

  private String at() {
    return " at line " + line();
  }

  private FormatException refused(Exception failure) throws IOException {
    if (guard.failure != null) {
      throw guard.failure;
    }
    if (guard.exceeded) {
      return new FormatException(
          "has a tag, comment or name longer than " + limits.tokenBytes() + " bytes", failure);
    }
    if (failure instanceof FormatException own) {
      return own;
    }
    String where =
        failure instanceof XMLStreamException place && place.getLocation() != null
            ? " from line " + Math.max(1, place.getLocation().getLineNumber())
            : "";
    return new FormatException("is no longer well-formed XML" + where, failure);
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException ignored) {
      // The stream belongs to the caller.
    }
  }

  /** Counts what one event takes, so that no tag is held without end. */
  private static final class Guard extends FilterInputStream {

    private final int allowance;
    private long left;
    private boolean exceeded;
    private @Nullable IOException failure;

    Guard(InputStream stream, int allowance) {
      super(stream);
      this.allowance = allowance;
      this.left = allowance;
    }

    /** The stream belongs to the caller; the reader would close it at the end of the document. */
    @Override
    public void close() {}

    void allow() {
      left = allowance;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left <= 0) {
        exceeded = true;
        throw new IOException("too long");
      }
      try {
        int read = in.read(target, offset, length);
        left -= Math.max(read, 0);
        return read;
      } catch (IOException own) {
        failure = own;
        throw own;
      }
    }
  }
}
