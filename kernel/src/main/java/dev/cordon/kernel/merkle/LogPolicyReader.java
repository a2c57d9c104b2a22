package dev.cordon.kernel.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy file, line by line (C2SP tlog-policy, "Policy file syntax and structure"). */
final class LogPolicyReader {

  private static final int MOST_LINES = 10_000;

  private final List<NoteKey> logs = new ArrayList<>();
  private final List<NoteKey> witnesses = new ArrayList<>();
  private final Map<String, LogPolicy.Quorum> named = new HashMap<>();
  private final Map<NoteKey, String> addresses = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private LogPolicy.@Nullable Quorum quorum;

  LogPolicyReader() {
    named.put("none", new LogPolicy.Quorum.None());
  }

  LogPolicy read(String text) {
    String[] lines = text.split("\n", MOST_LINES + 1);
    if (lines.length > MOST_LINES) {
      throw new ProofException(Check.FORM, "a policy has at most " + MOST_LINES + " lines");
    }
    for (int number = 0; number < lines.length; number++) {
      try {
        line(lines[number]);
      } catch (ProofException refused) {
        throw new ProofException(
            refused.check(), "line " + (number + 1) + ": " + refused.getMessage());
      }
    }
    LogPolicy.Quorum found = quorum;
    if (found == null) {
      throw new ProofException(Check.FORM, "a policy has a line 'quorum NAME'");
    }
    return new LogPolicy(logs, witnesses, found, addresses);
  }

  private void line(String line) {
    if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new ProofException(Check.FORM, "a policy has no control characters but tabs");
    }
    List<String> words =
        Arrays.stream(line.split("[ \t]+", -1)).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty() || words.getFirst().startsWith("#")) {
      return;
    }
    switch (words.getFirst()) {
      case "log" -> log(words);
      case "witness" -> witness(words);
      case "group" -> group(words);
      case "quorum" -> quorum(words);
      default ->
          throw new ProofException(
              Check.FORM, "a line begins with log, witness, group or quorum, not " + words.get(0));
    }
  }

  private void log(List<String> words) {
    requireWords(words, 2, 3);
    NoteKey key = NoteKey.parse(words.get(1));
    if (key.type() == SignatureType.COSIGNATURE) {
      throw new ProofException(Check.FORM, "a log's key is of type 1 or 6");
    }
    logs.add(key);
    address(key, words, 2);
  }

  private void witness(List<String> words) {
    requireWords(words, 3, 4);
    NoteKey key = NoteKey.parse(words.get(2));
    if (!key.type().isCosignature()) {
      throw new ProofException(Check.FORM, "a witness's key is of type 4 or 6");
    }
    witnesses.add(key);
    address(key, words, 3);
    name(words.get(1), new LogPolicy.Quorum.One(key));
  }

  private void group(List<String> words) {
    requireWords(words, 4, Integer.MAX_VALUE);
    List<LogPolicy.Quorum> found = new ArrayList<>();
    for (String member : words.subList(3, words.size())) {
      if (member.equals("none") || !members.add(member)) {
        throw new ProofException(Check.FORM, member + " can not be a member, or not once more");
      }
      found.add(known(member));
    }
    name(words.get(1), new LogPolicy.Quorum.Group(threshold(words.get(2), found.size()), found));
  }

  private void quorum(List<String> words) {
    requireWords(words, 2, 2);
    if (quorum != null) {
      throw new ProofException(Check.FORM, "a policy has one line 'quorum' only");
    }
    quorum = known(words.get(1));
  }

  private void address(NoteKey key, List<String> words, int at) {
    if (words.size() > at) {
      addresses.put(key, words.get(at));
    }
  }

  private static int threshold(String word, int size) {
    if (word.equals("any")) {
      return 1;
    }
    if (word.equals("all")) {
      return size;
    }
    if (!word.matches("[1-9][0-9]{0,5}")) {
      throw new ProofException(Check.FORM, "a group asks for any, all or a number");
    }
    return Integer.parseInt(word);
  }

  private LogPolicy.Quorum known(String name) {
    LogPolicy.Quorum found = named.get(name);
    if (found == null) {
      throw new ProofException(Check.FORM, name + " is not named on a line before");
    }
    return found;
  }

  private void name(String name, LogPolicy.Quorum meaning) {
    if (named.putIfAbsent(name, meaning) != null) {
      throw new ProofException(Check.FORM, name + " is named twice");
    }
  }

  private static void requireWords(List<String> words, int least, int most) {
    if (words.size() < least || words.size() > most) {
      throw new ProofException(
          Check.FORM, "a line '" + words.getFirst() + "' with " + words.size() + " words");
    }
  }
}
