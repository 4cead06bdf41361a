/** What officers open of what goes on after an answer, and of directives. */
export const AFTER_THE_ANSWER = [
  ...['objection_decisions.index', 'objection_decisions.show', 'objection_decisions.store'],
  ...['directives.index', 'directives.create', 'directives.store'],
  ...['directive_answers.create', 'directive_answers.store', 'directive_answers.destroy'],
  ...['commitments.index', 'commitments.create', 'commitments.store', 'commitments.edit'],
  ...['commitments.update', 'commitments.destroy'],
  ...['sample_calls.index', 'sample_calls.edit', 'sample_calls.update'],
]

/** How an answer reaches somebody who reads it on paper. */
export const ON_PAPER = [
  ...['deliveries.show', 'deliveries.store', 'address_labels.show'],
  ...['posted_letters.store', 'posted_letters.update', 'posted_letters.destroy'],
  ...['letter_returns.store', 'letter_arrivals.store'],
  ...['paper_wishes.store', 'paper_wishes.destroy'],
]
