package dev.cordon.intake.internal;

import dev.cordon.formats.content.Content;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.DuplicateIndex;

/** Finds the reader for what a file or a member is. */
public record Readers(Profiles profiles, DuplicateIndex duplicates) {

  /** The reader of a part; archives and what is no records have none here. */
  public SourceReader of(Part part) {
    LogForm log = part.findings().logForm();
    if (log != null) {
      Profiles.Match profile = log.profile();
      return profile == null
          ? new FormattedLogReader(part, log)
          : new ProfiledLogReader(part, log, profile, profiles, duplicates);
    }
    return switch (part.findings().content()) {
      case Content.SqlDump _, Content.SqliteDatabase _ -> new SqlReader(part, profiles, duplicates);
      case Content.Csv _ -> new CsvReader(part, profiles, duplicates);
      case Content.Workbook _ -> new WorkbookReader(part, profiles, duplicates);
      case Content.AccessLog _ -> new LogReader(part);
      case Content.W3cLog _ -> new FormattedLogReader(part, null);
      case Content.Json _, Content.JsonLines _ -> new JsonReader(part, profiles);
      case Content.TipReport _ -> new TipReader(part);
      case Content.Archive _, Content.Empty _, Content.Media _, Content.Unknown _ ->
          throw new IllegalArgumentException(part.title() + " holds no records");
    };
  }
}
