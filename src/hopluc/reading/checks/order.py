"""The checks (phép đối chiếu) of one document, in the order they are made. Loaded with the first audit, not with the reader."""

from collections.abc import Callable, Iterator

from hopluc.reading.checks.bodies.act_dates import check_act_dates, check_act_numbers
from hopluc.reading.checks.bodies.affiliations import check_affiliations
from hopluc.reading.checks.bodies.attached import check_attached
from hopluc.reading.checks.bodies.board_seats import check_board_seats
from hopluc.reading.checks.bodies.bodies_in_time import check_bodies_in_time
from hopluc.reading.checks.bodies.cited_articles import check_cited_articles
from hopluc.reading.checks.bodies.dissolved import check_dissolved
from hopluc.reading.checks.bodies.event_places import check_event_places
from hopluc.reading.checks.bodies.leads_with_itself import check_leads_with_itself
from hopluc.reading.checks.bodies.name_slips import check_name_slips
from hopluc.reading.checks.bodies.posts import check_posts
from hopluc.reading.checks.bodies.signed_posts import check_signed_posts
from hopluc.reading.checks.bodies.task_leads import check_task_leads
from hopluc.reading.checks.bodies.tenures import check_tenures
from hopluc.reading.checks.bodies.told_leads import check_told_leads
from hopluc.reading.checks.bodies.told_places import check_told_places
from hopluc.reading.checks.bodies.told_roles import check_told_roles
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.claims import check_claims, check_days
from hopluc.reading.checks.counting.ballots import check_ballots
from hopluc.reading.checks.counting.copies import check_copies
from hopluc.reading.checks.counting.counted_headings import check_counted_headings
from hopluc.reading.checks.counting.counts import check_counts
from hopluc.reading.checks.counting.enumerations import check_enumerations
from hopluc.reading.checks.counting.headed import check_headed
from hopluc.reading.checks.counting.leads_counted import check_leads_counted
from hopluc.reading.checks.counting.listed_names import check_listed_names
from hopluc.reading.checks.counting.listed_persons import check_listed_persons
from hopluc.reading.checks.counting.members import check_members
from hopluc.reading.checks.counting.ordinals import check_ordinals
from hopluc.reading.checks.counting.serials import check_serials
from hopluc.reading.checks.counting.sides import check_sides
from hopluc.reading.checks.counting.taken_up import check_taken_up
from hopluc.reading.checks.counting.votes import check_votes
from hopluc.reading.checks.growth.bounds import check_bounds
from hopluc.reading.checks.growth.changes import check_changes
from hopluc.reading.checks.growth.comparisons import check_comparisons
from hopluc.reading.checks.growth.directions import check_directions
from hopluc.reading.checks.growth.growths import check_growths
from hopluc.reading.checks.growth.growths_apart import check_growths_apart
from hopluc.reading.checks.growth.growths_twice import check_growths_twice
from hopluc.reading.checks.growth.ordered_ranks import check_ordered_ranks
from hopluc.reading.checks.growth.standings import check_standings
from hopluc.reading.checks.growth.superlatives import check_superlatives
from hopluc.reading.checks.growth.trends import check_trends
from hopluc.reading.checks.rates.averages import check_averages
from hopluc.reading.checks.rates.conversions import check_conversions
from hopluc.reading.checks.rates.portions import check_portions
from hopluc.reading.checks.rates.products import check_products
from hopluc.reading.checks.rates.ratios import check_ratios
from hopluc.reading.checks.rates.scales import check_scales
from hopluc.reading.checks.rates.shares import check_shares
from hopluc.reading.checks.rates.shares_of_few import check_shares_of_few
from hopluc.reading.checks.rates.shares_of_total import check_shares_of_total
from hopluc.reading.checks.rates.spelled import check_spelled
from hopluc.reading.checks.rates.told_fractions import check_told_fractions
from hopluc.reading.checks.retold.denials import check_denials
from hopluc.reading.checks.retold.exceptions import check_exceptions
from hopluc.reading.checks.retold.labelled import check_labelled
from hopluc.reading.checks.retold.pointed_back import check_pointed_back
from hopluc.reading.checks.retold.sole_ones import check_sole_ones
from hopluc.reading.checks.retold.told_twice import check_told_twice
from hopluc.reading.checks.shape import check_shape
from hopluc.reading.checks.tables.blanks import check_blanks
from hopluc.reading.checks.tables.columns import check_columns
from hopluc.reading.checks.tables.headed_columns import check_headed_columns
from hopluc.reading.checks.tables.relations import check_relations
from hopluc.reading.checks.tables.table_words import check_table_words
from hopluc.reading.checks.time.ages import check_ages
from hopluc.reading.checks.time.as_of import check_as_of
from hopluc.reading.checks.time.bracketed_terms import check_bracketed_terms
from hopluc.reading.checks.time.carried_out import check_carried_out
from hopluc.reading.checks.time.chronicles import check_chronicles
from hopluc.reading.checks.time.counted_back import check_counted_back
from hopluc.reading.checks.time.courses import check_courses
from hopluc.reading.checks.time.dates import check_dates
from hopluc.reading.checks.time.deadlines import check_deadlines
from hopluc.reading.checks.time.durations import check_durations
from hopluc.reading.checks.time.editions import check_editions
from hopluc.reading.checks.time.elapsed import check_elapsed
from hopluc.reading.checks.time.event_days import check_event_days
from hopluc.reading.checks.time.first_times import check_first_times
from hopluc.reading.checks.time.happenings import check_happenings
from hopluc.reading.checks.time.jubilees import check_jubilees
from hopluc.reading.checks.time.known_days import check_known_days
from hopluc.reading.checks.time.late_handings import check_late_handings
from hopluc.reading.checks.time.lead_years import check_lead_years
from hopluc.reading.checks.time.lengths import check_lengths
from hopluc.reading.checks.time.meeting_numbers import check_meeting_numbers
from hopluc.reading.checks.time.meetings import check_meetings
from hopluc.reading.checks.time.named_terms import check_named_terms
from hopluc.reading.checks.time.notices import check_notices
from hopluc.reading.checks.time.own_terms import check_own_terms
from hopluc.reading.checks.time.phases import check_phases
from hopluc.reading.checks.time.phrased_terms import check_phrased_terms
from hopluc.reading.checks.time.planned_time import check_planned_time
from hopluc.reading.checks.time.reported_time import check_reported_time
from hopluc.reading.checks.time.sequence import check_sequence
from hopluc.reading.checks.time.signings import check_signings
from hopluc.reading.checks.time.spans_of_time import check_spans_of_time
from hopluc.reading.checks.time.stages import check_stages
from hopluc.reading.checks.time.steps import check_steps
from hopluc.reading.checks.time.terms import check_terms
from hopluc.reading.checks.time.times import check_times
from hopluc.reading.checks.time.told_days import check_told_days
from hopluc.reading.checks.time.told_done import check_told_done
from hopluc.reading.checks.time.validity import check_validity
from hopluc.reading.checks.time.weekdays import check_weekdays
from hopluc.reading.checks.time.within_terms import check_within_terms
from hopluc.reading.checks.time.work_terms import check_work_terms
from hopluc.reading.checks.wholes.accounts import check_accounts
from hopluc.reading.checks.wholes.balances import check_balances
from hopluc.reading.checks.wholes.complements import check_complements
from hopluc.reading.checks.wholes.compositions import check_compositions
from hopluc.reading.checks.wholes.divided_below import check_divided_below
from hopluc.reading.checks.wholes.divided_elsewhere import check_divided_elsewhere
from hopluc.reading.checks.wholes.gathered import check_gathered
from hopluc.reading.checks.wholes.headed_parts import check_headed_parts
from hopluc.reading.checks.wholes.instalment_sums import check_instalment_sums
from hopluc.reading.checks.wholes.instalments import check_instalments
from hopluc.reading.checks.wholes.listed_sums import check_column_sums, check_listed_sums
from hopluc.reading.checks.wholes.parts_beyond import check_parts_beyond
from hopluc.reading.checks.wholes.parts_by_place import check_parts_by_place
from hopluc.reading.checks.wholes.raised_totals import check_raised_totals
from hopluc.reading.checks.wholes.remainders import check_remainders
from hopluc.reading.checks.wholes.rows import check_rows
from hopluc.reading.checks.wholes.running_totals import check_running_totals
from hopluc.reading.checks.wholes.sentence_pairs import check_sentence_pairs
from hopluc.reading.checks.wholes.slips import check_slips
from hopluc.reading.checks.wholes.sums import check_sums
from hopluc.reading.checks.wholes.totals import check_totals
from hopluc.reading.facts import Record

Check = Callable[[Case], Iterator[Record]]

CHECKS: tuple[Check, ...] = (
    check_dates,
    check_act_dates,
    check_act_numbers,
    check_bodies_in_time,
    check_dissolved,
    check_weekdays,
    check_times,
    check_meetings,
    check_durations,
    check_lengths,
    check_validity,
    check_deadlines,
    check_late_handings,
    check_sequence,
    check_stages,
    check_signings,
    check_spans_of_time,
    check_jubilees,
    check_terms,
    check_phases,
    check_tenures,
    check_reported_time,
    check_ages,
    check_told_days,
    check_named_terms,
    check_sums,
    check_totals,
    check_running_totals,
    check_remainders,
    check_complements,
    check_columns,
    check_relations,
    check_headed_columns,
    check_counts,
    check_enumerations,
    check_headed,
    check_taken_up,
    check_pointed_back,
    check_ordinals,
    check_serials,
    check_ratios,
    check_shares,
    check_shares_of_few,
    check_instalments,
    check_changes,
    check_chronicles,
    check_averages,
    check_balances,
    check_accounts,
    check_growths,
    check_growths_apart,
    check_portions,
    check_elapsed,
    check_counted_back,
    check_steps,
    check_courses,
    check_editions,
    check_first_times,
    check_products,
    check_directions,
    check_parts_beyond,
    check_comparisons,
    check_superlatives,
    check_votes,
    check_ballots,
    check_sides,
    check_copies,
    check_claims,
    check_days,
    check_trends,
    check_scales,
    check_spelled,
    check_posts,
    check_name_slips,
    check_affiliations,
    check_as_of,
    check_notices,
    check_meeting_numbers,
    check_told_fractions,
    check_sole_ones,
    check_listed_sums,
    check_column_sums,
    check_gathered,
    check_divided_elsewhere,
    check_table_words,
    check_work_terms,
    check_within_terms,
    check_told_leads,
    check_task_leads,
    check_told_roles,
    check_told_places,
    check_event_places,
    check_exceptions,
    check_denials,
    check_cited_articles,
    check_conversions,
    check_standings,
    check_members,
    check_compositions,
    check_told_twice,
    check_labelled,
    check_happenings,
    check_bounds,
    check_listed_names,
    check_rows,
    check_sentence_pairs,
    check_slips,
    check_attached,
    check_carried_out,
    check_event_days,
    check_lead_years,
    check_listed_persons,
    check_planned_time,
    check_headed_parts,
    check_known_days,
    check_told_done,
    check_phrased_terms,
    check_counted_headings,
    check_leads_counted,
    check_divided_below,
    check_parts_by_place,
    check_growths_twice,
    check_board_seats,
    check_signed_posts,
    check_ordered_ranks,
    check_shares_of_total,
    check_bracketed_terms,
    check_instalment_sums,
    check_leads_with_itself,
    check_own_terms,
    check_raised_totals,
    check_shape,
    check_blanks,
)
