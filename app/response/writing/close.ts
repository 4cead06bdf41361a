import { DateTime } from 'luxon'
import { again } from '#shared/database/transaction'
import { stamp } from '#shared/dates/stored'
import { Typed, type Words } from '#shared/typed/typed'
import { DraftSitting } from '../models/draft_sitting.ts'
import { continued, markOf } from './page_mark.ts'

/** Whose page it is, of which petition. */
interface Page {
  petition: { id: number }
  officer: { id: number }
}

/**
 * What stood on a page was saved: what was kept of it, or of the page that it went on from and that has
 * sent nothing since, is no news any more, and what is still on its way comes too late.
 */
export async function closeSitting(page: Page & { typed: Words }) {
  const typed = new Typed(page.typed)
  const [mark, after] = [markOf(typed), continued(typed)]
  const closed = () => ({ closed_at: stamp(DateTime.utc()) })
  if (mark) await again(() => open(page).where('sitting', mark.sitting).update(closed()))
  if (after) {
    await again(() =>
      open(page)
        .where({ ...after })
        .update(closed())
    )
  }
}

/** Throws away what an officer has not saved. @returns whether it was there */
export async function dropSitting(page: Page, id: number) {
  const gone = open(page)
    .where({ id })
    .update({ closed_at: stamp(DateTime.utc()) })
  return Number(await gone) === 1
}

function open({ petition, officer }: Page) {
  const own = { petition_id: petition.id, officer_id: officer.id }
  return DraftSitting.query().where(own).whereNull('closed_at')
}
