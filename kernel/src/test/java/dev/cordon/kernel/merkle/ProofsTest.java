package dev.cordon.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofsTest {

  private static final int LARGEST = 70;

  @Test
  void everyProof_ofEverySmallTree_verifies() {
    for (int size = 1; size <= LARGEST; size++) {
      Hash root = naiveRoot(0, size);
      for (int index = 0; index < size; index++) {
        List<Hash> proof = Proofs.inclusion(index, size, ProofsTest::naiveNode);
        Proofs.verifyInclusion(index, size, leaf(index), proof, root);
      }
      for (int first = 1; first <= size; first++) {
        List<Hash> proof = Proofs.consistency(first, size, ProofsTest::naiveNode);
        Proofs.verifyConsistency(first, size, proof, naiveRoot(0, first), root);
      }
    }
  }

  @Test
  void everyProof_withAnotherPlaceOrSizeOrLength_fails() {
    int size = 37;
    Hash root = naiveRoot(0, size);
    for (int index = 0; index < size; index++) {
      List<Hash> proof = Proofs.inclusion(index, size, ProofsTest::naiveNode);
      Hash leaf = leaf(index);
      for (int wrong = 0; wrong < size; wrong++) {
        int place = wrong;
        if (wrong != index) {
          assertThatThrownBy(() -> Proofs.verifyInclusion(place, size, leaf, proof, root))
              .isInstanceOf(ProofException.class);
        }
      }
      List<Hash> longer = new ArrayList<>(proof);
      longer.add(root);
      assertThatThrownBy(() -> Proofs.verifyInclusion(0, size, leaf, longer, root))
          .isInstanceOfSatisfying(
              ProofException.class, refused -> assertThat(refused.check()).isEqualTo(Check.LENGTH));
    }
  }

  @Test
  void place_beyondTheTree_isRefusedBeforeAnyHash() {
    Hash root = leaf(0);

    assertThatThrownBy(() -> Proofs.verifyInclusion(99, 1, root, List.of(), root))
        .isInstanceOfSatisfying(
            ProofException.class, refused -> assertThat(refused.check()).isEqualTo(Check.BOUNDS));
    assertThatThrownBy(() -> Proofs.verifyInclusion(0, 1000, root, List.of(root), root))
        .isInstanceOfSatisfying(
            ProofException.class, refused -> assertThat(refused.check()).isEqualTo(Check.LENGTH));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 9, 31, 32, 33, 255, 256, 257})
  void compactRange_hasTheNaiveRoot(int size) {
    CompactRange range = new CompactRange();
    LongStream.range(0, size).forEach(index -> range.append(leaf(index)));

    assertThat(range.size()).isEqualTo(size);
    assertThat(range.root()).isEqualTo(size == 0 ? Hash.EMPTY_ROOT : naiveRoot(0, size));
  }

  @Test
  void compactRange_takesPerfectTrees_onlyWhereTheyFit() {
    CompactRange range = new CompactRange();
    range.append(3, naiveRoot(0, 8));
    range.append(1, naiveRoot(8, 10));
    range.append(leaf(10));

    assertThat(range.root()).isEqualTo(naiveRoot(0, 11));
    assertThatThrownBy(() -> range.append(2, leaf(0))).isInstanceOf(IllegalArgumentException.class);
  }

  private static Hash naiveNode(int level, long index) {
    return naiveRoot(index << level, (index + 1) << level);
  }

  private static Hash naiveRoot(long begin, long end) {
    if (end - begin == 1) {
      return leaf(begin);
    }
    long half = 1;
    while (half * 2 < end - begin) {
      half *= 2;
    }
    return Hash.ofChildren(naiveRoot(begin, begin + half), naiveRoot(begin + half, end));
  }

  private static Hash leaf(long index) {
    return Hash.ofLeaf(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
  }
}
