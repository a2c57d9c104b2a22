package dev.cordon.resolution;

import dev.cordon.Columns;
import dev.cordon.resolution.JudgedPair.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads rows of the review into values. */
final class ReviewRows {

  private ReviewRows() {}

  static ReviewItem item(ResultSet row, int number) throws SQLException {
    return new ReviewItem(
        row.getInt("place"),
        row.getString("a"),
        row.getString("b"),
        row.getObject("a_proposal_id", UUID.class),
        row.getString("a_number"),
        row.getObject("b_proposal_id", UUID.class),
        row.getString("b_number"),
        row.getString("effect").equals("breaks"),
        row.getInt("moves"),
        row.getBoolean("of_subject"),
        row.getBoolean("payer"),
        row.getBoolean("exclusive"),
        row.getDouble("weight"),
        row.getString("caution"),
        row.getString("why"));
  }

  static GivenJudgement given(ResultSet row, int number) throws SQLException {
    return new GivenJudgement(
        Columns.uuid(row, "id"),
        Verdict.of(row.getString("kind")),
        row.getString("a"),
        row.getString("b"),
        row.getString("ground"),
        row.getString("reason"),
        row.getString("display_name"),
        Columns.instant(row, "decided_at"));
  }

  static Agreement agreement(ResultSet row, int number) throws SQLException {
    return new Agreement(
        row.getLong("sampled"),
        row.getLong("looked"),
        row.getLong("disagreed"),
        row.getLong("waiting"));
  }

  static Disagreement disagreement(ResultSet row, int number) throws SQLException {
    return new Disagreement(
        row.getString("a"),
        row.getString("b"),
        Verdict.of(row.getString("first_kind")),
        row.getString("first_by"),
        Verdict.of(row.getString("second_kind")),
        row.getString("second_by"),
        Columns.instant(row, "decided_at"));
  }
}
