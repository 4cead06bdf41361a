import { surveyLink, type StepTaken, type Told } from '#intake'
import { Message } from './models/message.ts'
import { mailFault, recipients } from './recipients.ts'

/**
 * By e-mail whoever got an answer is asked whether it helped. A text carries no link (SMS.md): who has
 * a telephone alone says it where number and code lead. The link is sealed until it has left, and of no
 * petition, so that nobody sends it a second time.
 */
export async function askWhetherSolved({ petition, step, trx }: StepTaken, told: Told) {
  const to = recipients(told).find(({ channel }) => channel === 'email')
  if (!to || mailFault()) return
  const link = await surveyLink(petition, step, trx)
  if (!link) return
  const message = {
    ...{ ...to, authorityId: petition.authorityId, petitionId: null, stepId: null },
    ...{ event: 'survey' as const, locale: petition.locale, secret: link.href },
    placeholders: { number: petition.shownNumber, dueOn: null },
    lastsFor: { days: Math.max(1, link.days) },
  }
  await Message.queue([message], trx)
}
