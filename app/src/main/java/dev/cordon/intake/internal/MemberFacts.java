package dev.cordon.intake.internal;

import dev.cordon.formats.archives.ArchiveMember;
import dev.cordon.formats.content.Content;
import dev.cordon.formats.weblogs.LogFormat;
import dev.cordon.intake.OperationFacts;
import dev.cordon.intake.selectors.TimeRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What investigators know of an archive's member: told for its place ({@code a.zip/#3}), its name
 * as the archive writes it, its bare name, or for the archive as a whole; the first told counts.
 */
final class MemberFacts {

  private static final int LONGEST_SYSTEM = 64;

  private MemberFacts() {}

  static Optional<LogFormat> logFormat(OperationFacts facts, String archive, ArchiveMember member) {
    return names(archive, member).map(facts::logFormat).flatMap(Optional::stream).findFirst();
  }

  static TimeRules timeRules(
      OperationFacts facts, String archive, ArchiveMember member, Content content) {
    String told = names(archive, member).filter(facts::knows).findFirst().orElse(archive);
    return facts.timeRules(told, content.isOfPlatform());
  }

  /** The system of a member's accounts: its bare name up to the first dot, else its place. */
  static String system(ArchiveMember member) {
    String bare = bare(member);
    int dot = bare.indexOf('.');
    StringBuilder system = new StringBuilder();
    String start = dot <= 0 ? bare : bare.substring(0, dot);
    start
        .codePoints()
        .filter(letter -> !Character.isISOControl(letter))
        .filter(letter -> Character.getType(letter) != Character.FORMAT)
        .limit(LONGEST_SYSTEM)
        .forEach(system::appendCodePoint);
    return system.toString().isBlank() ? "#" + member.number() : system.toString();
  }

  private static Stream<String> names(String archive, ArchiveMember member) {
    return List.of(archive + "/#" + member.number(), member.name(), bare(member), archive).stream();
  }

  private static String bare(ArchiveMember member) {
    String name = member.name().replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
