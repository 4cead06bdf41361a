import type { I18n } from '@adonisjs/i18n'
import type { ListPage } from '#intake'
import type { Officer } from '#organisation'
import { inWords, namesOf } from './hands.ts'
import { nextAction } from './next_action.ts'
import { waitingOf, waitsFor } from './waits.ts'

/**
 * The lines of an inbox, each with whose it is, whom it waits for and what comes next.
 *
 * @param besides ids of officers whose names the page shows as well
 */
export async function inboxLines(
  rows: ListPage['rows'],
  { officer, i18n, besides }: { officer: Officer; i18n: I18n; besides: number[] }
) {
  const names = await namesOf(rows, besides, officer)
  const waiting = await waitingOf(rows)
  const lines = rows.map((row) => {
    const waits = waitsFor(row, officer, waiting)
    const next = i18n.t(nextAction(waits, row))
    return { ...row, hand: inWords(row, names), waits, next }
  })
  return { lines, names }
}
