/**
 * A linkage model as typed values: fields made from columns, comparisons with their levels,
 * blocking rules, training sessions and, once trained, the parameters. A model is a YAML file.
 *
 * <p>Takes: a model file. Gives: values the plan is written from. Nothing here runs anything.
 */
@NullMarked
package dev.cordon.linkage.model;

import org.jspecify.annotations.NullMarked;
