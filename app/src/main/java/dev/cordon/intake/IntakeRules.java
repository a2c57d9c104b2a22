package dev.cordon.intake;

import dev.cordon.formats.content.PackedLimits;
import dev.cordon.formats.profiles.Profiles;
import dev.cordon.intake.selectors.Normaliser;

/**
 * What an intake goes by.
 *
 * @param sealsOriginals whether copies of the originals and their texts are sealed in the vault
 * @param erased the rows of which no more may be written than that they are there
 */
record IntakeRules(
    Vault vault,
    OperationFacts facts,
    Profiles profiles,
    PackedLimits limits,
    boolean sealsOriginals,
    RowSet erased,
    Normaliser normaliser,
    DuplicateIndex duplicates) {}
