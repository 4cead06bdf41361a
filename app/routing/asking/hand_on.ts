import i18nManager from '@adonisjs/i18n/services/main'
import { Charge, Petition, UnitQuestion } from '#intake'
import type { Officer, Unit } from '#organisation'
import { dayOf, today } from '#shared/dates/turkish_date'
import { Refusal } from '#shared/typed/problems'
import { demandAskable, put } from './ask_unit.ts'
import { endPart } from './parts.ts'

/** What a unit was asked of others' petitions and has not answered, the next ones of it. */
export function openQuestionsTo({ id }: { id: number }, most: number) {
  const open = UnitQuestion.query().where({ unit_id: id, state: 'open', sort: 'part' })
  return open.orderBy('due_on').orderBy('id').limit(most)
}

/**
 * The unit that was asked was closed: its successor is asked the same, or nobody waits for it any more
 * where the successor cannot be.
 *
 * @throws PetitionChanged
 */
export async function handOnQuestion(one: UnitQuestion, to: Unit | null, from: Unit, by: Officer) {
  const petition = await Petition.findOrFail(one.petitionId)
  const words = i18nManager.locale('tr').t('routing.unitQuestions.unitClosed')
  return petition.change(async (current, trx) => {
    const fresh = await UnitQuestion.findOrFail(one.id, { client: trx })
    if (!fresh.isOpen) return
    const charge = await Charge.of(current)
    const ended = { state: 'released', by: by.id, words } as const
    const alongside = () => endPart(fresh, current, ended, trx)
    const step = { officer: by, unit: from, note: words, alongside, trx }
    await current.take({ kind: 'unitReleased', ...step })
    if (!to || !(await isAskable(() => demandAskable(current, to, charge, trx)))) return
    const until = dayOf(one.dueOn) < today() ? today() : one.dueOn
    await put(current, to, { question: one.question, until, officer: by, charge }, trx)
  })
}

async function isAskable(demand: () => Promise<void>) {
  return demand().then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    }
  )
}
