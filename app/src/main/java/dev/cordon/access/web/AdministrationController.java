package dev.cordon.access.web;

import dev.cordon.Page;
import dev.cordon.access.Agencies;
import dev.cordon.access.Agency;
import dev.cordon.access.ForAdministrator;
import dev.cordon.access.ForEveryMember;
import dev.cordon.access.MemberId;
import dev.cordon.access.Members;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Agencies and members, for the administrator. */
@ForAdministrator("agencies and members are the installation's")
@RestController
@RequestMapping("/api")
@Tag(name = "Administration")
class AdministrationController {

  private final Agencies agencies;
  private final Members members;

  AdministrationController(Agencies agencies, Members members) {
    this.agencies = agencies;
    this.members = members;
  }

  record NewAgency(
      @NotBlank @Size(max = 200) String name,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country,
      @Nullable @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,6}") String division) {}

  record Reason(@NotBlank @Size(max = 2000) String reason) {}

  /** Adds an agency. */
  @PostMapping("/agencies")
  @ResponseStatus(HttpStatus.CREATED)
  Agency addAgency(@Valid @RequestBody NewAgency form) {
    return agencies.add(form.name(), form.country(), form.division());
  }

  /** The agencies the member may know. */
  @ForEveryMember("lists only the agencies the member knows")
  @GetMapping("/agencies")
  List<Agency> agencies() {
    return agencies.all();
  }

  /** The members of the installation; they come by invitation. */
  @GetMapping("/members")
  Page<Members.Listed> members(@RequestParam(defaultValue = "1") int page) {
    return members.page(Math.max(1, page));
  }

  /** Ends a membership at once. */
  @PostMapping("/members/{member}/leave")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(@PathVariable UUID member, @Valid @RequestBody Reason form) {
    members.leave(new MemberId(member), form.reason());
  }
}
