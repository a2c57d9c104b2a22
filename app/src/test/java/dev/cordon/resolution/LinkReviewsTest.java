package dev.cordon.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.RefusedException;
import dev.cordon.access.NotPermittedException;
import dev.cordon.figures.FigureBook;
import dev.cordon.resolution.JudgedPair.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Judgements outrank the rules, hold over runs, contradict nothing, and are taken back exactly. */
class LinkReviewsTest extends TinyProposals {

  @Autowired private LinkReviews reviews;
  @Autowired private LinkGraphs graphs;
  @Autowired private WithheldEvidence evidence;
  @Autowired private FigureBook figures;

  @Test
  void judge_notTheSame_partsThemInLaterRunsUntilTakenBack() {
    UUID judgement = judge("shop:1", "shop:2", Verdict.NOT_SAME);
    run();
    assertThat(proposalOf("1").accounts()).isEqualTo(1);
    run();
    assertThat(proposalOf("1").accounts()).isEqualTo(1);
    as(analyst, () -> reviews.takeBack(operation, judgement, "mistaken"));
    run();
    assertThat(proposalOf("1").accounts()).isEqualTo(2);
  }

  @Test
  void judge_theSame_joinsWhatTheRulesKeepApart() {
    assertThat(proposalOf("3").accounts()).isEqualTo(1);
    judge("shop:3", "shop:1", Verdict.SAME);
    run();
    assertThat(proposalOf("3").accounts()).isEqualTo(3);
  }

  @Test
  void judge_unsure_bindsNothingAndLeavesTheQueue() {
    judge("shop:1", "shop:2", Verdict.UNSURE);
    run();
    assertThat(proposalOf("1").accounts()).isEqualTo(2);
    assertThat(queue()).noneMatch(item -> about(item, "shop:1", "shop:2"));
  }

  @Test
  void judge_chainAgainstNotTheSame_isRefusedByName() {
    judge("shop:1", "shop:2", Verdict.SAME);
    judge("shop:2", "shop:3", Verdict.NOT_SAME);
    assertThatThrownBy(() -> judge("shop:1", "shop:3", Verdict.SAME))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("shop:2 and shop:3 were judged not the same");
    judge("shop:3", "shop:4", Verdict.SAME);
    assertThatThrownBy(() -> judge("shop:2", "shop:4", Verdict.SAME))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("shop:2 and shop:3");
    assertThatThrownBy(() -> judge("shop:4", "shop:4", Verdict.SAME))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void judge_notTheSameWithinAChainOfTheSame_isRefusedByName() {
    judge("shop:1", "shop:2", Verdict.SAME);
    judge("shop:2", "shop:3", Verdict.SAME);
    assertThatThrownBy(() -> judge("shop:1", "shop:3", Verdict.NOT_SAME))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("were judged the same by");
  }

  @Test
  void judge_ringOfNotTheSame_keepsAllApart() {
    judge("shop:1", "shop:2", Verdict.NOT_SAME);
    judge("shop:2", "shop:3", Verdict.NOT_SAME);
    judge("shop:3", "shop:1", Verdict.NOT_SAME);
    run();
    assertThat(proposalOf("1").accounts()).isEqualTo(1);
    assertThat(proposalOf("3").accounts()).isEqualTo(1);
  }

  @Test
  void judge_accountNobodyKnows_isRefused() {
    assertThatThrownBy(() -> judge("shop:1", "shop:999999", Verdict.SAME))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("shop:999999");
  }

  @Test
  void takeBack_secondJudgement_bringsTheFirstBack() {
    UUID first = judge("shop:1", "shop:2", Verdict.NOT_SAME);
    UUID second = judge("shop:1", "shop:2", Verdict.SAME);
    as(analyst, () -> reviews.takeBack(operation, second, "no"));
    assertThat(get(analyst, () -> reviews.standing(operation, 1).rows()))
        .extracting(GivenJudgement::id)
        .containsExactly(first);
    assertThatThrownBy(() -> as(analyst, () -> reviews.takeBack(operation, second, "again")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void propose_again_keepsNumbersAndSaysWhatChanged() {
    Proposal before = proposalOf("1");
    judge("shop:3", "shop:1", Verdict.SAME);
    run();
    Proposal after = proposalOf("1");
    assertThat(after.number()).isEqualTo(before.number());
    assertThat(after.id()).isNotEqualTo(before.id());
    Proposals.Changed changed =
        get(analyst, () -> proposals.changed(operation, after.id()).orElseThrow());
    assertThat(changed.joined()).containsExactly("shop:3");
    assertThat(changed.parted()).isEmpty();
  }

  @Test
  void propose_afterConfirming_findsTheSubjectAgainAndConfirmsNobodyTwice() {
    Subject subject = confirmed("1");
    judge("shop:3", "shop:1", Verdict.SAME);
    run();
    Proposal now = proposalOf("1");
    assertThat(now.subjectNumber()).isEqualTo(subject.number());
    SubjectPlace place = get(analyst, () -> subjects.place(operation, subject.id()).orElseThrow());
    assertThat(place.joined()).containsExactly("shop:3");
    assertThat(place.parted()).isEmpty();
    as(analyst, () -> proposals.open(operation, now.id()));
    assertThatThrownBy(
            () -> as(analyst, () -> subjects.confirm(operation, now.id(), Category.SUSPECT, "x")))
        .isInstanceOf(RefusedException.class);
    assertThat(get(analyst, () -> subjects.get(operation, subject.id())).proposal())
        .isEqualTo(subject.proposal());
  }

  @Test
  void merge_thenTakenBack_resolvesTheOldNumberAndLosesNoRecord() {
    Subject first = confirmed("1");
    Subject second = confirmed("3");
    long alone = records(second);
    as(analyst, () -> subjects.merge(operation, first.id(), second.number(), "one person"));
    Subject merged = get(analyst, () -> subjects.get(operation, first.id()));
    assertThat(merged.state()).isEqualTo("merged");
    assertThat(merged.into()).isEqualTo(second.id());
    assertThat(records(second)).isGreaterThan(alone);
    assertThat(records(first)).isZero();
    assertThatThrownBy(() ->
            as(analyst, () -> subjects.merge(operation, second.id(), first.number(), "a ring")))
        .isInstanceOf(RefusedException.class);
    as(analyst, () -> subjects.unmerge(operation, first.id(), "two after all"));
    assertThat(get(analyst, () -> subjects.get(operation, first.id())).state())
        .isEqualTo("confirmed");
    assertThat(records(second)).isEqualTo(alone);
    assertThat(records(first)).isPositive();
  }

  @Test
  void accept_together_onlyLinksWithAnExclusiveSelector() {
    ReviewItem exclusive = queue().stream().filter(ReviewItem::exclusive).findFirst().orElseThrow();
    ReviewItem shared =
        queue().stream().filter(item -> !item.exclusive()).findFirst().orElseThrow();
    assertThatThrownBy(() ->
            as(
                analyst,
                () ->
                    reviews.accept(
                        operation, List.of(exclusive.place(), shared.place()), "all of it")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Nothing was accepted");
    assertThat(get(analyst, () -> reviews.standing(operation, 1).rows())).isEmpty();
    as(analyst, () -> reviews.accept(operation, List.of(exclusive.place()), "one card"));
    assertThat(get(analyst, () -> reviews.standing(operation, 1).rows())).hasSize(1);
  }

  @Test
  void secondLook_goesToAnotherMemberAndCountsDisagreement() {
    int drawn = 0;
    List<UUID> given = new ArrayList<>();
    while (drawn == 0) {
      given.add(judge("shop:1", "shop:2", given.size() % 2 == 0 ? Verdict.SAME : Verdict.UNSURE));
      drawn = (int) get(analyst, () -> reviews.agreement(operation)).sampled();
      assertThat(given).hasSizeLessThan(2000);
    }
    assertThat(get(analyst, () -> reviews.secondLook(operation))).isEmpty();
    SecondLook look = get(coordinator, () -> reviews.secondLook(operation).orElseThrow());
    as(
        coordinator,
        () -> reviews.judgeAgain(operation, look.judgement(), Verdict.NOT_SAME, "brothers"));
    Agreement agreement = get(analyst, () -> reviews.agreement(operation));
    assertThat(agreement.looked()).isEqualTo(1);
    assertThat(agreement.disagreed()).isEqualTo(1);
    assertThat(agreement.percent()).isEqualTo(100);
    assertThat(get(analyst, () -> reviews.disagreements(operation, 1).rows()))
        .extracting(Disagreement::second)
        .containsExactly(Verdict.NOT_SAME);
    for (String figure : List.of("link_second_looks", "link_disagreements")) {
      assertThat(get(analyst, () -> figures.now(operation, figure).value())).isEqualTo(1);
      assertThat(get(analyst, () -> figures.records(operation, figure, null, 1).rows()))
          .hasSize(1)
          .first()
          .satisfies(record -> assertThat(record.id()).isEqualTo(look.judgement().toString()));
    }
    assertThatThrownBy(() ->
            as(
                coordinator,
                () -> reviews.judgeAgain(operation, look.judgement(), Verdict.SAME, "once more")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void withhold_card_isShownFirstAndThenNotUsed() {
    LinkGraphs.Link link = cardLink();
    List<WithheldEvidence.Fall> falls =
        get(analyst, () -> evidence.preview(operation, "CARD", link.value()));
    assertThat(falls).extracting(WithheldEvidence.Fall::number).contains(proposalOf("1").number());
    assertThat(proposalOf("1").accounts()).isEqualTo(2);
    UUID id = get(analyst, () -> evidence.withhold(operation, "CARD", link.value(), "no warrant"));
    run();
    assertThat(proposalOf("1").accounts()).isEqualTo(1);
    as(analyst, () -> evidence.release(operation, id, "warrant found"));
    run();
    assertThat(proposalOf("1").accounts()).isEqualTo(2);
  }

  @Test
  void path_betweenTwoAccounts_isReadAloud() {
    Proposal one = proposalOf("1");
    List<LinkGraphs.Link> path =
        get(analyst, () -> graphs.path(operation, one.id(), "shop:1", "shop:2"));
    assertThat(path).hasSize(1);
    assertThat(LinkPath.sentence("shop:1", "shop:2", path))
        .startsWith("The accounts shop:1 and shop:2 are proposed as one person's by one link.")
        .endsWith("a named person decides.");
  }

  @Test
  void alone_everyAccountInNoGroup_hasItsReason() {
    List<LinkGraphs.Alone> alone = get(analyst, () -> graphs.alone(operation, "", 1).rows());
    assertThat(alone).isNotEmpty().allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    long sum =
        get(analyst, () -> graphs.aloneReasons(operation)).stream()
            .mapToLong(LinkGraphs.Reason::accounts)
            .sum();
    assertThat(sum).isEqualTo(get(analyst, () -> graphs.alone(operation, "", 1)).total());
  }

  @Test
  void page_nationalOfficer_isRefused() {
    assertThatThrownBy(() -> as(officer, () -> reviews.page(operation, 1)))
        .isInstanceOf(NotPermittedException.class);
  }

  private LinkGraphs.Link cardLink() {
    return get(analyst, () -> graphs.graph(operation, List.of(proposalOf("1").id())))
        .links()
        .stream()
        .filter(link -> link.rule().equals("CARD") && link.joins())
        .findFirst()
        .orElseThrow();
  }

  private List<ReviewItem> queue() {
    return get(analyst, () -> reviews.page(operation, 1).rows());
  }

  private static boolean about(ReviewItem item, String a, String b) {
    return List.of(item.a(), item.b()).containsAll(List.of(a, b));
  }

  private UUID judge(String a, String b, Verdict verdict) {
    return Objects.requireNonNull(
        get(analyst, () -> reviews.judge(operation, a, b, verdict, "selectors", "looked at both")));
  }

  private long records(Subject subject) {
    return get(
        analyst,
        () ->
            jdbc.sql("select count(*) from cordon.subject_record where subject_id = :subject")
                .param("subject", subject.id().value())
                .query(Long.class)
                .single());
  }
}
