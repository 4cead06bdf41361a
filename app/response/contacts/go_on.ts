import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { demand } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { ContactPlan } from '../models/contact_plan.ts'
import { keepPlan } from './planning/keep_plan.ts'
import { readNextDay } from './planning/read_day.ts'
import { unlessTaken } from './planning/unless_taken.ts'
import { CHOICES } from './ways.ts'

const LONGEST_REASON = 500

/**
 * How it goes on with somebody who is not reached: by letter, through the muhtar, by another telephone
 * that the desk finds, each looked at again on a day, or without talking, for a reason.
 *
 * @throws Refusal for what is missing; NotAllowed; PetitionChanged
 */
export async function goOn(petition: Petition, officer: Officer, typed: Typed) {
  const { calendar } = await Catalogue.of(petition.authorityId)
  const { choice, reason, next } = typed.read((form) => {
    const one = form.choice('choice', CHOICES, { required: true })
    const isAlone = one === 'without'
    const why = form.multiline('reason', {
      max: LONGEST_REASON,
      required: isAlone ? 'without' : false,
    })
    const day = isAlone ? null : readNextDay(form, calendar)
    if (one && !isAlone && !form.text('next')) form.wrong('next', 'required')
    return { choice: one, reason: why as string | null, next: day }
  })
  return unlessTaken(() =>
    petition.change(async (current, trx) => {
      await demand(current, 'contact', officer)
      const open = await ContactPlan.openOf(current, trx)
      const state = open.find(({ way }) => way === 'unreachable')
      if (!state) throw new Refusal({ field: 'stage', rule: 'reached' })
      if (state.choice === choice && state.ask === reason) return
      await state.useTransaction(trx).merge({ choice, ask: reason }).save()
      for (const one of open.filter(({ way }) => WAYS_ON.includes(way))) {
        await one.end('cancelled', officer.id, trx)
      }
      if (choice !== 'without') {
        await keepPlan(current, { way: choice, day: next!, ask: reason }, officer, trx)
      }
      await current.take({ kind: 'wentOn', officer, note: reason, trx })
    })
  )
}

const WAYS_ON: readonly string[] = ['letter', 'headman', 'telephone']
