package dev.cordon.access.web;

import dev.cordon.access.Agencies;
import dev.cordon.access.AgencyId;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
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
      @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {}

  record AgencyView(UUID id, String name, String country) {}

  record NewMember(
      @NotNull UUID agency,
      @NotBlank @Size(max = 99) String signInName,
      @NotBlank @Size(max = 200) String displayName,
      @Nullable String password) {}

  record MemberView(UUID id, String signInName, @Nullable String generatedPassword) {}

  /** Adds an agency. */
  @PostMapping("/agencies")
  @ResponseStatus(HttpStatus.CREATED)
  AgencyView addAgency(@Valid @RequestBody NewAgency form) {
    var agency = agencies.add(form.name(), form.country());
    return new AgencyView(agency.id().value(), agency.name(), agency.country());
  }

  /** The agencies the member may know. */
  @ForEveryMember("lists only the agencies the member knows")
  @GetMapping("/agencies")
  List<AgencyView> agencies() {
    return agencies.all().stream()
        .map(agency -> new AgencyView(agency.id().value(), agency.name(), agency.country()))
        .toList();
  }

  /** Adds a member; without a password one is generated and shown in this answer only. */
  @PostMapping("/members")
  @ResponseStatus(HttpStatus.CREATED)
  MemberView addMember(@Valid @RequestBody NewMember form) {
    var added =
        members.add(
            new AgencyId(form.agency()), form.signInName(), form.displayName(), form.password());
    MemberId id = added.member();
    return new MemberView(
        id.value(), added.signInName(), form.password() == null ? added.password() : null);
  }
}
