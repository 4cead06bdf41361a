import type { Petition } from '#intake'
import { Catalogue } from '#organisation'
import { ContactPlan } from '#response'
import { SmsText } from '#sms'
import { MessageTemplate } from '../models/message_template.ts'
import { gatewaysInOrder } from '../monitoring/gateways_in_order.ts'
import { smsText } from '../templates/rendering.ts'

/** Hazır mesajlar: what an officer may send of a petition, whose words the bureau chief keeps. */
const READY = ['callBack', 'visitComing', 'meetingGiven'] as const

/** What can be said of it now, each as it would leave, and in how many parts. */
export async function readyMessages(petition: Petition) {
  const { authorityId, locale, shownNumber: number } = petition
  const words = await MessageTemplate.current()
  const known = await knownOf(petition)
  return READY.flatMap((event) => {
    const { plan, ...of } = known[event]
    if (!Object.values(of).some(Boolean)) return []
    const placeholders = { number, dueOn: null, ...of }
    const wording = words.of({ authorityId, event, channel: 'sms', locale })
    const text = smsText({ event, locale, placeholders, sealed: null, wording })
    return [{ event, text, placeholders, plan, parts: partsOf(text) }]
  })
}

/** What each is filled with; where there is nothing to say, nothing. */
async function knownOf(petition: Petition) {
  const { authority, bureau } = await Catalogue.of(petition.authorityId)
  const plans = await ContactPlan.openOf(petition)
  const planned = (way: string) => {
    const plan = plans.find((one) => one.way === way && !one.isOver)
    return { plan: plan ?? null, day: plan?.day, hour: plan?.at }
  }
  return {
    // Never the number of the unit in charge: it would say which one that is. The desk puts through.
    callBack: { plan: null, phone: bureau.phone ?? authority.phone ?? undefined },
    visitComing: planned('visit'),
    meetingGiven: planned('meeting'),
  }
}

function partsOf(text: string) {
  const counts = gatewaysInOrder().map((gateway) => SmsText.count(text, gateway).parts)
  return Math.max(1, ...counts)
}
