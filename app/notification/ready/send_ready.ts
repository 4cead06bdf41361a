import { PetitionChanged, Step, toldOf, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { demand } from '#routing'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { outboxWakeUp } from '../dispatch/wake_up.ts'
import { Message } from '../models/message.ts'
import { recipients } from '../recipients.ts'
import { lastsUntil } from './appointments.ts'
import { readyMessages } from './ready_messages.ts'
import { MOST_A_DAY, whyNot } from './why_not.ts'

/**
 * Sends one of the ready texts to whoever is told of the petition: queued with a step that keeps its
 * words. The same press once more sends nothing.
 *
 * @throws Refusal where there is nothing to send, or not to them; NotAllowed
 */
export async function sendReady(petition: Petition, officer: Officer, typed: Typed) {
  const texts = await readyMessages(petition)
  const ready = texts.find(({ event }) => event === typed.text('ready'))
  if (typed.text('version') !== String(petition.version)) {
    if (ready && (await wasSent(petition, officer, ready.text))) return
    throw new Refusal({ field: 'version', rule: 'changed' })
  }
  if (!ready) throw new Refusal({ field: 'ready', rule: 'choice' })
  const { event, text, placeholders, plan } = ready
  await orChanged(() =>
    petition.change(async (current, trx) => {
      await demand(current, 'contact', officer)
      const told = await toldOf(current, trx)
      const rule = await whyNot(current, told, trx)
      if (rule) throw new Refusal({ field: 'stage', rule, values: { most: MOST_A_DAY } })
      const alongside = async ({ id: stepId }: Step) => {
        const of = { authorityId: current.authorityId, petitionId: current.id, stepId }
        const what = { event, placeholders, locale: current.locale, secret: null }
        const lastsFor = lastsUntil(placeholders)
        const messages = recipients(told).map((to) => ({ ...to, ...of, ...what, lastsFor }))
        await Message.queue(messages, trx)
        await plan?.wasTold({ id: stepId }, trx)
        trx.after('commit', () => outboxWakeUp.ring())
      }
      await current.take({ kind: 'texted', officer, note: text, alongside, trx })
    })
  )
}

async function wasSent({ id }: Petition, officer: Officer, note: string) {
  const last = await Step.query().where('petition_id', id).orderBy('position', 'desc').first()
  return last?.kind === 'texted' && last.officerId === officer.id && last.note === note
}

async function orChanged(act: () => Promise<void>) {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof PetitionChanged)) throw error
    throw new Refusal({ field: 'version', rule: 'changed' })
  }
}
