package dev.cordon.demo;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The coordinators at work: one package for each agency with subjects of its area, its release
 * asked for by one with a reason and approved by the other; where the law catalogue names a gap,
 * the reason says who answers for sending it anyway.
 */
final class DispatchScene {

  private final Cast cast;

  DispatchScene(Cast cast) {
    this.cast = cast;
  }

  /** Drafts, looks at and releases the packages; how many were released. */
  int play() {
    String base = cast.operationPath() + "/packages";
    Caller coordinator = cast.coordinator();
    int released = 0;
    for (Cast.National national : cast.nationals().values()) {
      Map<String, Object> draft = new HashMap<>();
      draft.put("agency", national.agency());
      draft.put("reason", "Subjects confirmed and attributed to " + national.country() + ".");
      draft.put("handlingCode", "H1");
      draft.put("grading", "A3");
      JsonNode made = coordinator.tryPost(base, draft);
      if (made.isMissingNode()) {
        continue;
      }
      String path = base + "/" + made.path("id").asString();
      coordinator.get(path);
      Map<String, Object> release = new HashMap<>();
      release.put("reason", "Reviewed for the simultaneous action.");
      release.put(
          "gapReason", "The prosecutor of the exercise answers for the open question of coverage.");
      if (made.path("clearance").path("transferBasis").isNull()) {
        release.put("transferBasis", "DEROGATION");
        release.put(
            "transferWords",
            "Art. 38(1)(d): in this individual case, to prevent and prosecute the offences of the"
                + " exercise.");
      }
      String approval = coordinator.post(path + "/release", release).path("approval").asString();
      cast.secondCoordinator()
          .post(
              cast.operationPath() + "/approvals/" + approval + "/approve",
              Map.of("reason", "Read as the second person."));
      released++;
    }
    return released;
  }
}
