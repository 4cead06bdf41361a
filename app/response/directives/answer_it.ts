import { DateTime } from 'luxon'
import { Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { NotAllowed } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Directive } from '../models/directive.ts'

const LONGEST = 2000

/**
 * Whoever got a directive writes what was done, or how far it is; ticked as done it is over for both.
 *
 * @throws Refusal without words, or where it is done already; NotAllowed
 */
export function answerIt(petition: Petition, id: number, officer: Officer, typed: Typed) {
  const { reply } = typed.read((form) => ({
    reply: form.multiline('reply', { required: true, max: LONGEST }),
  }))
  const state = typed.ticks('isDone') ? 'done' : 'answered'
  return petition.change(async (current, trx) => {
    const one = await Directive.findOrFail(id, { client: trx })
    if (one.reply === reply && one.state === state && one.repliedBy === officer.id) return
    if (one.isDone) throw new Refusal({ field: 'stage', rule: 'directiveDone' })
    if (!one.isFor(officer, await Charge.of(current))) throw new NotAllowed()
    const now = DateTime.utc()
    const done = state === 'done' ? { doneBy: officer.id, doneAt: now } : {}
    const said = { reply, state, repliedBy: officer.id, repliedAt: now, ...done } as const
    const alongside = () => one.merge(said).save()
    await current.take({ kind: 'directiveAnswered', officer, note: reply, alongside, trx })
  })
}

/** Whoever gave it says that it is done, or not wanted any more. @throws NotAllowed */
export function closeIt(petition: Petition, id: number, officer: Officer) {
  return petition.change(async (current, trx) => {
    const one = await Directive.findOrFail(id, { client: trx })
    if (one.isDone) return
    if (!one.isFrom(officer)) throw new NotAllowed()
    const done = { state: 'done', doneBy: officer.id, doneAt: DateTime.utc() } as const
    const alongside = () => one.merge(done).save()
    await current.take({ kind: 'directiveClosed', officer, alongside, trx })
  })
}
