package dev.cordon.access;

import java.util.Locale;

/**
 * What a rule of need to know allows in an area: reading, writing, or an act narrower than writing.
 */
public enum Right {
  /** To see rows. */
  READ,
  /** To add and, where the table allows it, change rows. */
  WRITE,
  /** To send a package out. */
  RELEASE,
  /** To call a package back. */
  RECALL,
  /** To say that a package has arrived. */
  RECEIVE,
  /** To plan an action day. */
  CALL_DAY,
  /** To report from the field. */
  REPORT,
  /** To load a list of known digests. */
  LOAD_LIST,
  /** To add a reason to an item of the queue. */
  SIGNAL,
  /** To publish figures. */
  PUBLISH,
  /** To give a member a role. */
  GRANT_ROLE,
  /** To open in an emergency. */
  OPEN,
  /** To judge an emergency opening of another person. */
  REVIEW,
  /** To open a conversation. */
  OPEN_THREAD,
  /** To search conversations. */
  SEARCH,
  /** To open the names of files. */
  OPEN_NAMES,
  /** To open the grounds of an assessment. */
  OPEN_GROUNDS,
  /** To open the sealed values of an identified victim. */
  OPEN_SEALED,
  /** To lock a privileged conversation. */
  LOCK,
  /** To unlock it. */
  UNLOCK,
  /** To ask that personal data be destroyed. */
  ERASE,
  /** To put together what is held about a person. */
  FILE,
  /** To take all of an operation out as files. */
  EXPORT,
  /** To approve as the second person what no other right covers. */
  APPROVE;

  /** As the database writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
