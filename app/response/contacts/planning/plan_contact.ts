import type { TransactionClientContract as Trx } from '@adonisjs/lucid/types/database'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { ContactPlan } from '../../models/contact_plan.ts'
import { isReached } from './is_reached.ts'
import { keepPlan } from './keep_plan.ts'
import { planCall } from './plan_call.ts'
import { readPlan } from './read_plan.ts'
import { unlessTaken } from './unless_taken.ts'
import { whenAndWhere } from './when_and_where.ts'

type Read = Awaited<ReturnType<typeof readPlan>>

/**
 * Plans what is next of a petition: a try, a visit, or an appointment, of which the petitioner is told.
 * The same once more is the second press.
 *
 * @throws Refusal for what is missing or taken; NotAllowed; PetitionChanged
 */
export async function planContact(petition: Petition, officer: Officer, typed: Typed) {
  const read = await readPlan(petition, officer, typed)
  const told = read.way === 'meeting' && (await isReached(petition))
  return unlessTaken(() =>
    petition.change(async (current, trx) => {
      await demand(current, 'contact', officer)
      if (current.hidesPetitionerFrom(officer)) throw new NotAllowed()
      if (read.way === 'call') return planCall(current, { ...read, officer }, trx)
      const open = await ContactPlan.openOf(current, trx)
      const other = open.find(({ way }) => way === read.way)
      if (other?.day === read.day && other.at === read.at && other.ask === read.ask) return other
      const rule = read.way === 'visit' ? 'visitOpen' : 'meetingOpen'
      if (other) throw new Refusal({ field: 'way', rule })
      return read.way === 'visit'
        ? visit(current, read, officer, trx)
        : meet(current, { ...read, told }, officer, trx)
    })
  )
}

async function visit(petition: Petition, read: Read, officer: Officer, trx: Trx) {
  const alongside = () => keepPlan(petition, read, officer, trx)
  await petition.take({ kind: 'visitPlanned', officer, note: read.ask, alongside, trx })
}

/** Of a tip-off nobody is told anything: whoever brought it comes by themselves. */
async function meet(
  petition: Petition,
  read: Read & { told: boolean },
  officer: Officer,
  trx: Trx
) {
  if (petition.kind === 'tipOff') throw new Refusal({ field: 'way', rule: 'tipOff' })
  const { unit } = await Charge.of(petition)
  const publicText = whenAndWhere(read, unit, petition.locale)
  const alongside = (step: { id: number }) =>
    keepPlan(petition, { ...read, stepId: step.id }, officer, trx)
  const kind = 'meetingGiven'
  await petition.take({ kind, officer, note: read.ask, publicText, alongside, trx })
}
