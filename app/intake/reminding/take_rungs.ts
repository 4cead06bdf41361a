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
const TOGETHER = 25

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
    const ids = some.map(({ petition }) => petition.id)
    const records = await PetitionRecord.query({ client: trx }).whereIn('id', ids).orderBy('id')
    let taken = 0
    for (const record of records) {
      const { petition, clocks } = some.find((one) => one.petition.id === record.id)!
      if (petition.version !== record.version) throw new PetitionChanged()
      for (const rungs of clocks) taken += await take(record, rungs, trx)
    }
    return taken
  })
}

async function take(petition: PetitionRecord, rungs: RungTaken[], trx: TransactionClientContract) {
  const { clock, rung } = rungs.at(-1)!
  const say = (key: string) => i18n.locale('tr').t(key)
  const note = [say(`intake.reminding.clock.${clock}`), say(`intake.reminding.rung.${rung}`)]
  await petition.take({
    kind: AT_WORK.includes(rung) ? 'reminded' : 'climbed',
    note: note.join(': '),
    alongside: (step) => Reminder.take(petition, step, rungs, trx),
    trx,
  })
  return rungs.length
}
