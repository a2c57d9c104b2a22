package dev.cordon.action.day;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.action.MeasureKind;
import java.util.Locale;
import java.util.Optional;

/** What an officer reports from a site, in the order in which it usually happens. */
public enum ReportKind {
  /** Nobody opened; the team did not go in. */
  @JsonProperty("nobody_there")
  NOBODY_THERE("Nobody there", Progress.NOBODY_THERE),
  /** The team went in. */
  @JsonProperty("entry")
  ENTRY("Entry", Progress.ENTERED),
  /** Nobody in the premises is in danger or a danger. */
  @JsonProperty("premises_safe")
  PREMISES_SAFE("Premises safe", Progress.SAFE),
  /** The search has begun. */
  @JsonProperty("search_running")
  SEARCH_RUNNING("Search running", Progress.SEARCHING),
  /** The person the site is about was met. */
  @JsonProperty("person_met")
  PERSON_MET("Person met", Progress.ENTERED),
  /** An arrest. */
  @JsonProperty("arrest")
  ARREST("Arrest", Progress.ENTERED),
  /** An interview. */
  @JsonProperty("interview")
  INTERVIEW("Interview", Progress.ENTERED),
  /** A thing was seized. */
  @JsonProperty("item_seized")
  ITEM_SEIZED("Item seized", Progress.SEARCHING),
  /** A sign of life, nothing new. */
  @JsonProperty("all_well")
  ALL_WELL("All well", Progress.PLANNED),
  /** Something is needed. */
  @JsonProperty("resource_asked")
  RESOURCE_ASKED("Help asked for", Progress.PLANNED),
  /** What was asked for is there, or is needed no more. */
  @JsonProperty("resource_there")
  RESOURCE_THERE("Help is there", Progress.PLANNED),
  /** The place was not the one meant. */
  @JsonProperty("wrong_place")
  WRONG_PLACE("Wrong place", Progress.PLANNED),
  /** The team has left. */
  @JsonProperty("search_ended")
  SEARCH_ENDED("Search ended", Progress.ENDED),
  /** Takes an earlier report back: it did not happen. */
  @JsonProperty("void")
  VOID("Taken back", Progress.PLANNED);

  /** How far a site is; a later one includes those before it. */
  public enum Progress {
    PLANNED("planned"),
    NOBODY_THERE("nobody there"),
    ENTERED("entered"),
    SAFE("safe"),
    SEARCHING("searching"),
    ENDED("ended");

    private final String words;

    Progress(String words) {
      this.words = words;
    }

    /** As a reader sees it. */
    public String words() {
      return words;
    }

    /** As the database writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Read from what the database writes. */
    public static Progress of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Whether a team is in it, or was. */
    public boolean entered() {
      return compareTo(ENTERED) >= 0;
    }
  }

  private final String words;
  private final Progress shows;

  ReportKind(String words, Progress shows) {
    this.words = words;
    this.shows = shows;
  }

  /** As a reader sees it. */
  public String words() {
    return words;
  }

  /** How far the site must be when this happens, also when the reports before it never came. */
  Progress shows() {
    return shows;
  }

  /** The measure that stands on such a report, if one does. */
  Optional<MeasureKind> measure() {
    return switch (this) {
      case ENTRY -> Optional.of(MeasureKind.SEARCH);
      case ARREST -> Optional.of(MeasureKind.ARREST);
      case INTERVIEW -> Optional.of(MeasureKind.INTERVIEW);
      case ITEM_SEIZED -> Optional.of(MeasureKind.SEIZURE);
      case NOBODY_THERE,
          PREMISES_SAFE,
          SEARCH_RUNNING,
          PERSON_MET,
          ALL_WELL,
          RESOURCE_ASKED,
          RESOURCE_THERE,
          WRONG_PLACE,
          SEARCH_ENDED,
          VOID ->
          Optional.empty();
    };
  }

  /** As the database and reports write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Read from what the database writes. */
  public static ReportKind of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
