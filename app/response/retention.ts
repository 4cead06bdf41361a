import { type Retention } from '#shared/database/retention'

export const RESPONSE_RETENTION: Retention[] = [
  { table: 'contacts', keeps: 'the petition’s own' },
  { table: 'answers', keeps: 'the petition’s own' },
  { table: 'answer_versions', keeps: 'the petition’s own' },
  { table: 'answer_decisions', keeps: 'the petition’s own' },
  { table: 'answer_marks', keeps: 'the petition’s own' },
  { table: 'extensions', keeps: 'the petition’s own' },
  { table: 'contact_plans', keeps: 'the petition’s own' },
  { table: 'wants', keeps: 'the petition’s own' },
  { table: 'answer_checks', keeps: 'the petition’s own' },
  { table: 'answer_examples', keeps: 'masked words, until a head takes them back' },
  { table: 'example_insertions', keeps: 'the petition’s own' },
  { table: 'unit_closings', keeps: 'who had the work of a unit after it' },
  { table: 'draft_sittings', after: 'draftSittings', at: 'kept_at', by: 'age' },
  { table: 'ready_texts', keeps: 'what an answer was written with' },
  { table: 'commitments', keeps: 'the petition’s own' },
  { table: 'directives', keeps: 'the petition’s own' },
  { table: 'interim_answers', keeps: 'the petition’s own' },
  { table: 'answer_replacements', keeps: 'the petition’s own' },
]
