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
  { table: 'draft_proposals', keeps: 'the petition’s own' },
  { table: 'proposed_paragraphs', keeps: 'the petition’s own' },
  { table: 'unit_closings', keeps: 'who had the work of a unit after it' },
  { table: 'draft_sittings', after: 'draftSittings', at: 'kept_at', by: 'age' },
  { table: 'ready_texts', keeps: 'what an answer was written with' },
  { table: 'commitments', keeps: 'the petition’s own' },
  { table: 'directives', keeps: 'the petition’s own' },
  { table: 'interim_answers', keeps: 'the petition’s own' },
  {
    table: 'waves',
    ...{ at: 'last_at', after: 'alike', by: 'age' },
    // Of those that many wrote it stays who was answered together.
    only: (waves) => void waves.where('learnt_at', 0),
    async along(ids, trx) {
      for (const table of ['wave_terms', 'wave_members']) {
        await trx.from(table).whereIn('wave_id', ids).delete()
      }
    },
  },
  { table: 'wave_members', keeps: 'goes with its wave' },
  { table: 'wave_terms', keeps: 'goes with its wave' },
  { table: 'wave_marks', keeps: 'one row: how far petitions were looked at' },
  { table: 'wave_answers', keeps: 'the petitions’ own' },
  { table: 'wave_works', keeps: 'the petition’s own' },
  { table: 'wave_checks', keeps: 'the petitions’ own' },
  { table: 'wave_stops', keeps: 'who held up an answer, and when' },
  { table: 'answer_replacements', keeps: 'the petition’s own' },
  { table: 'replacement_checks', keeps: 'the petition’s own' },
]
