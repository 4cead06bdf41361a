import i18nManager from '@adonisjs/i18n/services/main'
import type { Petition } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { isVisible } from '#shared/typed/typed_text'
import { Contact } from '../models/contact.ts'
import type { ContactPlan } from '../models/contact_plan.ts'
import { unlessTaken } from './planning/unless_taken.ts'
import { PLANNED } from './ways.ts'

/**
 * What came of a planned call, visit or appointment on its day. Whoever did not come needs no words; the
 * second press is done already.
 *
 * @throws Refusal for what is missing or over; NotAllowed
 */
export async function takeOutcome(
  petition: Petition,
  plan: ContactPlan,
  officer: Officer,
  typed: Typed
) {
  if (plan.state === 'done' && plan.endedBy === officer.id) return
  const way = PLANNED.find((one) => one === plan.way)
  if (plan.state !== 'open' || !plan.isDue || !way) {
    throw new Refusal({ field: 'stage', rule: 'planOver' })
  }
  const result = typed.text('result')
  const absent = way === 'meeting' && result === 'notReached' && !isVisible(typed.text('note'))
  const note = absent ? i18nManager.locale('tr').t('response.contacts.absent') : typed.text('note')
  await unlessTaken(() => Contact.make(petition, officer, { way, result, note }, plan))
}
