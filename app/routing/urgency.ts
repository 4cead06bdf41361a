import { LEVELS, meetUrgency, setUrgency, type Level, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { Typed } from '#shared/typed/typed'
import { demand, NotAllowed } from './allowed.ts'

/** What somebody said of an urgent petition. */
interface Said {
  /** whom they called */
  called: string
  /** what was done */
  done: string
}

/** To which levels the desk may move it; "at once" ends only when somebody writes what was done. */
export function levelsFor({ urgency }: Pick<Petition, 'urgency'>): Level[] {
  return urgency === 'atOnce' ? [] : LEVELS.filter((level) => level !== urgency)
}

/**
 * The desk says how soon somebody must look at it, and why.
 *
 * @throws Refusal without a level or a reason; NotAllowed; PetitionChanged
 */
export function changeUrgency(
  petition: Petition,
  officer: Officer,
  said: Record<'level' | 'why', string>
) {
  const { level, why } = new Typed(said).read((form) => ({
    level: form.choice('level', LEVELS, { required: true }),
    why: form.multiline('why', { required: true }),
  }))
  return petition.change(async (current, trx) => {
    await demand(current, 'setUrgency', officer)
    if (!levelsFor(current).includes(level)) throw new NotAllowed()
    await setUrgency(current, level, { officer, note: why }, trx)
  })
}

/**
 * Somebody was called, and something was done: it is urgent no more.
 *
 * @throws Refusal without either; NotAllowed; PetitionChanged
 */
export function endUrgency(petition: Petition, officer: Officer, said: Said) {
  const note = new Typed({ ...said }).read((form) =>
    [form.multiline('called', { required: true }), form.multiline('done', { required: true })].join(
      '\n'
    )
  )
  return petition.change(async (current, trx) => {
    await demand(current, 'meetUrgency', officer)
    if (current.urgency === 'ordinary') throw new NotAllowed()
    await meetUrgency(current, { officer, note }, trx)
  })
}
