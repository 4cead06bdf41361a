import i18n from '@adonisjs/i18n/services/main'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isDuplicate, transaction } from '#shared/database/transaction'
import { PetitionChanged, PetitionRecord } from '../models/petition_record.ts'
import { Reminder, type RungTaken } from '../models/reminder.ts'
import type { OpenByDay } from './open_by_day.ts'
import { AT_WORK } from './wanted.ts'

/** A petition and what it has reached, clock by clock. */
export interface Wanting {
  petition: OpenByDay
  clocks: readonly RungTaken[][]
}

/** So many share a commit: some milliseconds, so that nobody waits for it. */
const TOGETHER = 50

/**
 * Takes what they want, each rung with its step, as the petition was when it was looked at: whoever works
 * on one meanwhile, or another process that was faster, keeps only that one from it until it is looked at
 * again.
 *
 * @returns how many rungs were taken
 */
export async function takeRungs(wanting: readonly Wanting[]): Promise<number> {
  let taken = 0
  for (let at = 0; at < wanting.length; at += TOGETHER) {
    const some = wanting.slice(at, at + TOGETHER)
    taken += await unlessOvertaken(() => inOne(some)).then(async (all) => {
      if (all !== null) return all
      let each = 0
      for (const one of some) each += (await unlessOvertaken(() => inOne([one]))) ?? 0
      return each
    })
  }
  return taken
}

/** null: somebody else was faster, and nothing was written. */
async function unlessOvertaken(work: () => Promise<number>) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PetitionChanged || isDuplicate(error, 'petition_id')) return null
    if (isDuplicate(error, 'reminders_once') || isDuplicate(error, 'position')) return null
    throw error
  }
}

function inOne(some: readonly Wanting[]) {
  return transaction(async (trx) => {
    const wanted = new Map(some.map((one) => [one.petition.id, one]))
    const ids = [...wanted.keys()]
    const records = await PetitionRecord.query({ client: trx }).whereIn('id', ids).orderBy('id')
    const taken = []
    for (const petition of records) {
      const one = wanted.get(petition.id)!
      if (one.petition.version !== petition.version) throw new PetitionChanged()
      const rungs = one.clocks.flat()
      taken.push({ petition, rungs, step: await take(petition, one.clocks, trx) })
    }
    await Reminder.take(taken, trx)
    return taken.reduce((sum, { rungs }) => sum + rungs.length, 0)
  })
}

/** One step, of both clocks where both have reached something. */
function take(
  petition: PetitionRecord,
  clocks: readonly RungTaken[][],
  trx: TransactionClientContract
) {
  const say = (key: string) => i18n.locale('tr').t(key)
  const highest = clocks.map((rungs) => rungs.at(-1)!)
  const said = highest.map(({ clock, rung }) =>
    [say(`intake.reminding.clock.${clock}`), say(`intake.reminding.rung.${rung}`)].join(': ')
  )
  const isAtWork = highest.every(({ rung }) => AT_WORK.includes(rung))
  return petition.take({ kind: isAtWork ? 'reminded' : 'climbed', note: said.join('\n'), trx })
}
