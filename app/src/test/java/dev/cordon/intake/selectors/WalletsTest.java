package dev.cordon.intake.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses the specifications publish: BIP 173, BIP 350, EIP-55, CashAddr, Monero's guide. */
class WalletsTest {

  @ParameterizedTest
  @CsvSource({
    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4, bitcoin",
    "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7, bitcoin-test",
    "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y, bitcoin",
    "BC1SW50QGDZ25J, bitcoin",
    "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs, bitcoin",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0, bitcoin",
    "ltc1qx88q7zjd74lxwgkjmmwlqv5pd3vujuehexfttt, litecoin",
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, bitcoin",
    "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu, bitcoin",
    "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a, bitcoin-cash",
    "qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy, bitcoin-cash",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed, evm",
    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359, evm",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB, evm",
    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb, evm",
    "4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge, monero",
    "rrrrrrrrrrrrrrrrrrrrrhoLvTp, xrp",
    "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh, xrp",
    "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, tron"
  })
  void published_checksumHolds(String address, String network) {
    assertThat(Wallets.normalise(address).verdict()).isEqualTo("checksum-holds " + network);
  }

  @ParameterizedTest
  @CsvSource({
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5, bitcoin",
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh, bitcoin",
    "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4, bitcoin",
    "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R, bitcoin",
    "bc1pw5dgrnzv, bitcoin",
    "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P, bitcoin",
    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf, bitcoin",
    "bc1gmk9yu, bitcoin",
    "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq, bitcoin-test",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD, evm",
    "4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rgf, monero",
    "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTg, xrp"
  })
  void spoilt_checksumFails(String address, String network) {
    NormalValue wallet = Wallets.normalise(address);
    assertThat(wallet.verdict()).isEqualTo("checksum-fails " + network);
    assertThat(wallet.value()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb, 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb, checksum-fails",
    "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed, no-checksum evm",
    "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae, 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae, form-unknown",
    "bitcoin:BC1QW508?amount=1, bc1qw508, checksum-fails bitcoin",
    "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v, EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v, form-unknown",
    "paid by hand, paid by hand, form-unknown",
    "' ', , blank"
  })
  void others_keepAVerdict(String raw, String value, String verdict) {
    assertThat(Wallets.normalise(raw)).isEqualTo(new NormalValue(value, verdict));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0x", "bc1", ":", "4", "r", "?"})
  void scraps_areJudgedToo(String raw) {
    assertThat(Wallets.normalise(raw).verdict()).isNotNull();
    assertThat(Wallets.verdict(raw)).isNotEqualTo(Wallets.Verdict.HOLDS);
  }
}
