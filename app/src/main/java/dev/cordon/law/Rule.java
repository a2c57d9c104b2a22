package dev.cordon.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provision says of some conducts.
 *
 * @param conducts which conducts; of the material all, or of tools and manuals all
 * @param materials what it says of each material; for conducts of the material only
 * @param scope what it says of tools or manuals; for these only
 * @param penalty the frame of the penalty
 */
public record Rule(
    @JsonProperty(required = true) List<Conduct> conducts,
    @Nullable Map<Material, Scope> materials,
    @Nullable Scope scope,
    @JsonProperty(required = true) Penalty penalty) {

  /** Copies the collections and refuses a rule that says nothing or mixes the two kinds. */
  public Rule {
    conducts = List.copyOf(conducts);
    if (conducts.isEmpty()) {
      throw new IllegalArgumentException("a rule names no conduct");
    }
    if (EnumSet.copyOf(conducts).size() < conducts.size()) {
      throw new IllegalArgumentException("a rule names a conduct twice: " + conducts);
    }
    boolean ofMaterial = conducts.getFirst().ofMaterial();
    if (conducts.stream().anyMatch(conduct -> conduct.ofMaterial() != ofMaterial)) {
      throw new IllegalArgumentException(
          "conducts of the material and of tools or manuals do not stand in one rule: " + conducts);
    }
    if (ofMaterial ? materials == null || materials.isEmpty() || scope != null : scope == null) {
      throw new IllegalArgumentException(
          ofMaterial
              ? "conducts of the material need 'materials' and no 'scope'"
              : "tools and manuals need 'scope'");
    }
    if (!ofMaterial && materials != null) {
      throw new IllegalArgumentException("tools and manuals have no 'materials'");
    }
    materials = materials == null ? null : Map.copyOf(materials);
  }

  /** What it says of the conduct with the material; nothing when it does not speak of that. */
  public Optional<Scope> scopeOf(Conduct conduct, Material material) {
    if (!conducts.contains(conduct)) {
      return Optional.empty();
    }
    return Optional.ofNullable(materials == null ? scope : materials.get(material));
  }
}
