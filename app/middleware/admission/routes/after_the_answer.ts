/** What officers open of what goes on after an answer, and of directives. */
export const AFTER_THE_ANSWER = [
  ...['objection_decisions.index', 'objection_decisions.show', 'objection_decisions.store'],
  ...['directives.index', 'directives.create', 'directives.store'],
  ...['directive_answers.create', 'directive_answers.store', 'directive_answers.destroy'],
  ...['commitments.index', 'commitments.create', 'commitments.store', 'commitments.edit'],
  ...['commitments.update', 'commitments.destroy'],
  ...['sample_calls.index', 'sample_calls.edit', 'sample_calls.update'],
]
