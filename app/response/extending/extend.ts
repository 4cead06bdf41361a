import { DateTime } from 'luxon'
import { LastDay, type Petition } from '#intake'
import { Catalogue, DeadlineRule, extendedDay, type Officer } from '#organisation'
import { demand, NotAllowed } from '#routing'
import { dayOf, longDate } from '#shared/dates/turkish_date'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { Extension } from '../models/extension.ts'
import { mayApprove, OwnDraft } from '../own_draft.ts'
import { isExtendable } from './possible.ts'

/**
 * The unit in charge asks its head for a later day than was promised.
 *
 * @throws Refusal without a reason, or for a day that is none; NotAllowed; PetitionChanged
 */
export async function askExtension(petition: Petition, officer: Officer, words: SomeWords) {
  const { calendar } = await Catalogue.of(petition.authorityId)
  const { until, reason } = new Typed(words).read((form) => {
    const day = form.day('until', { required: true })
    const values = { from: longDate(petition.dueOn), most: longDate(petition.legalDueOn) }
    const isLater = day && dayOf(day) > dayOf(petition.dueOn)
    const isEarlyEnough = day && dayOf(day) <= dayOf(petition.legalDueOn)
    if (day && !(isLater && isEarlyEnough)) form.wrong('until', 'range', values)
    else if (day && !calendar.isWorkingDay(day)) form.wrong('until', 'off')
    return { until: day, reason: form.multiline('reason', { required: true }) }
  })
  return petition.change(async (current, trx) => {
    const { unit } = await demand(current, 'extend', officer)
    const open = await Extension.openOf(current, trx)
    if (!isExtendable(current, await LastDay.of(current), open)) throw new NotAllowed()
    const row = { petitionId: current.id, unitId: unit.id, askedBy: officer.id, until, reason }
    const alongside = () => Extension.create({ ...row, askedAt: DateTime.utc() }, { client: trx })
    await current.take({ kind: 'extensionAsked', officer, note: reason, alongside, trx })
  })
}

/**
 * The head grants it, which moves the day and tells the petitioner why, or does not.
 *
 * @throws OwnDraft; NotAllowed; PetitionChanged
 */
export async function decideExtension(petition: Petition, officer: Officer, granted: boolean) {
  const { authority, calendar } = await Catalogue.of(petition.authorityId)
  return petition.change(async (current, trx) => {
    await demand(current, 'decideExtension', officer)
    const open = await Extension.openOf(current, trx)
    if (!open) throw new NotAllowed()
    if (!mayApprove({ submittedBy: open.askedBy }, officer, authority)) throw new OwnDraft(officer)
    const { promise: said } = await LastDay.of(current)
    const rule = await DeadlineRule.findOrFail(said!.ruleId, { client: trx })
    const { receivedAt } = current
    const setting = { said: said!, receivedAt, rule, calendar, on: DateTime.utc() }
    const promise = granted ? extendedDay(setting, open.until) : null
    if (granted && !promise) throw new NotAllowed()
    const decided = { decidedBy: officer.id, decidedAt: DateTime.utc(), granted }
    const alongside = () => open.merge(decided).useTransaction(trx).save()
    const kind = granted ? 'extended' : 'extensionRefused'
    const told = granted ? { publicText: open.reason } : {}
    const lastDays = promise ? { promise } : {}
    await current.take({ kind, officer, note: open.reason, ...told, lastDays, alongside, trx })
  })
}
