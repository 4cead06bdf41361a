/** What officers look up beside an answer that they write. */
export const BESIDE_A_DRAFT = [
  ...['answer_checks.store', 'example_insertions.store', 'wants.show', 'wants.update'],
  ...['draft_proposals.store', 'proposal_confirmations.store', 'assistants.show'],
  ...['answer_examples.create', 'answer_examples.store', 'answer_examples.destroy'],
]
