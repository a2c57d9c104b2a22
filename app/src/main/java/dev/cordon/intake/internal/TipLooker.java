package dev.cordon.intake.internal;

import dev.cordon.formats.Position;
import dev.cordon.formats.tips.TipFile;
import dev.cordon.formats.tips.TipHandler;
import dev.cordon.formats.tips.TipPerson;
import dev.cordon.formats.tips.TipReport;

/** Looks for files embedded in reports: whatever they are, they are never copied. */
record TipLooker(MediaFindings media) implements TipHandler {

  @Override
  public void report(TipReport report) {}

  @Override
  public void person(TipPerson person) {}

  @Override
  public void file(TipFile file) {}

  @Override
  public void refused(Position position, String element, long lengthCharacters, String reason) {
    if (TipReader.isFilePart(reason)) {
      media.add(
          "a file part of "
              + lengthCharacters
              + " characters before character "
              + position.byteOffset());
    }
  }

  @Override
  public void broken(Position position, String reason) {}
}
