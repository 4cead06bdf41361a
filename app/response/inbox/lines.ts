import type { I18n } from '@adonisjs/i18n'
import type { ListPage } from '#intake'
import type { Officer } from '#organisation'
import { InterimAnswer } from '../models/interim_answer.ts'
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
  const interim = await InterimAnswer.waitedFor(idsOf(rows), officer.atUnit)
  const lines = rows.map((row) => {
    const waits = waitsFor(row, officer, waiting)
    const isInterim = interim.has(row.id)
    const mayDecide = isInterim && row.stage !== 'awaitingApproval' && officer.can('answer.approve')
    const next = i18n.t(mayDecide ? 'response.inbox.next.interim' : nextAction(waits, row))
    return { ...row, hand: inWords(row, names), waits: mayDecide ? 'me' : waits, next, isInterim }
  })
  return { lines, names }
}

const idsOf = (rows: ListPage['rows']) => rows.map(({ id }) => id)
