import { Charge, KINDS, Petition, PrivacyNotice, sealReceipt, type PetitionDetails } from '#intake'
import type { Catalogue, Officer, Unit } from '#organisation'
import { again } from '#shared/database/transaction'
import { Refusal } from '#shared/typed/problems'
import type { Form, Typed } from '#shared/typed/typed'
import { Appointment } from '../models/appointment.ts'
import type { PublicDay } from '../models/public_day.ts'
import { Referral } from '../models/referral.ts'

/** What came of a note: where its slip is, and whether the unit that was named has it. */
export interface Noted {
  petition: { number: string }
  slip: string
  referred: 'no' | 'yes' | 'refused'
}

/**
 * One line, while somebody speaks, is a petition with the usual clocks. First the petition is safe, and
 * then it is referred where a unit was named: what stands against that is said, and it waits at the
 * desk. Pressed twice, and killed in between, it is one petition.
 *
 * @throws Refusal, FormAlreadyUsed
 */
export async function takeNote(
  { day, appointment }: { day: PublicDay; appointment: Appointment },
  { officer, catalogue }: { officer: Officer; catalogue: Catalogue },
  typed: Typed
): Promise<Noted> {
  const { unit, ...said } = typed.read((form) => readNote(form, catalogue))
  if (day.isCancelled) throw new Refusal({ field: 'said', rule: 'cancelled' })
  const details = await detailsOf(appointment, catalogue, said)
  const token = `public-day:${appointment.id}`
  const receipt = await Petition.receive(details, { token, officer, isAnother: true })
  const { petition } = receipt
  await again(() =>
    Appointment.query()
      .where('id', appointment.id)
      .whereNull('petition_id')
      .update({ state: 'heard', petition_id: petition.id })
  )
  const slip = await sealReceipt(receipt, details)
  return { petition, slip, referred: unit ? await referred(petition.number, unit, officer) : 'no' }
}

/** Of a line that is written while somebody speaks: it becomes a petition's text. */
const LONGEST_NOTE = 2_000

function readNote(form: Form, catalogue: Catalogue) {
  const unitOf = { parse: (code: string) => catalogue.unitByCode(code) ?? null }
  const kind = form.choice('kind', KINDS) ?? 'request'
  const complainedUnit = form.as('complained', unitOf, { wrong: 'choice' })
  const unit = form.as('unit', unitOf, { wrong: 'choice' })
  if (unit?.isExternal) form.wrong('unit', 'external')
  if (unit && unit.id === complainedUnit?.id) form.wrong('unit', 'complained')
  // Nobody has read it yet for what gives away who brought it.
  if (unit && kind === 'tipOff') form.wrong('unit', 'tipOff')
  const text = form.line('said', { max: LONGEST_NOTE, required: true })
  return { text, kind, complainedUnit, unit }
}

type Said = Pick<PetitionDetails, 'text' | 'kind' | 'complainedUnit'>

async function detailsOf(
  { name, telephone }: Appointment,
  { authority: { id: authorityId } }: Catalogue,
  said: Said
): Promise<PetitionDetails> {
  const { version } = await PrivacyNotice.current(authorityId, 'tr')
  return {
    ...said,
    ...{ authorityId, channel: 'publicDay', locale: 'tr', noticeVersion: version },
    ...{ subject: null, place: null, name, phone: telephone, declinesTexts: false },
    ...{ nationalId: null, email: null, address: null },
  }
}

/** A complaint about the bureau is not the bureau's to refer; what was referred already is done. */
async function referred(number: string, unit: Unit, officer: Officer) {
  const petition = await Petition.findFor(officer, number)
  if (!petition) return 'refused'
  const charge = await Charge.of(petition)
  if (charge.isWith(unit) && !petition.isAtTheDesk) return 'yes'
  try {
    await Referral.make(petition, unit, officer)
    return 'yes'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return 'refused'
  }
}
