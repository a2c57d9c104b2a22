package dev.cordon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Chromium browser tests use; where it is missing they are skipped by name, and fail in CI. */
public final class TestBrowser {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private TestBrowser() {}

  /** Skips the test where there is no Chromium. */
  public static void require() {
    if (!Files.isExecutable(CHROMIUM)) {
      assertThat(System.getenv("CI")).as("Chromium is missing at " + CHROMIUM).isNotEqualTo("true");
      assumeTrue(false, "skipped: Chromium is missing; install the package chromium");
    }
  }

  /** What drives the browser; the test closes it. */
  public static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** Starts it, and has it call nobody. */
  public static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }
}
