import db from '@adonisjs/lucid/services/db'
import type { TestContext } from '@japa/runner/core'
import { DateTime } from 'luxon'
import { transaction } from '#shared/database/transaction'
import { district } from '#tests/support/databases/district'
import { outboxWakeUp } from '../../../app/notification/dispatch/wake_up.ts'
import type { SmsCentre } from '../../../sms_centre/centre.ts'
import { SCENARIOS, type ScenarioName } from '../../../sms_centre/faults/scenarios.ts'
import { stamp } from '#shared/dates/stored'
import type { SmppGateway } from '#sms'
import { Health } from '../../../app/notification/monitoring/health.ts'
import { Message } from '../../../app/notification/models/message.ts'
import { Outbox } from '../../../app/notification/outbox/outbox.ts'
import { CLAIMABLE, type MessageState } from '../../../app/notification/message_states.ts'
import { NO_ANSWER } from '../../../app/notification/outbox/retry_policy.ts'
import { Route } from '../../../app/notification/dispatch/route.ts'
import { dueNow, eventually, gatewayTo, openDispatcher } from './dispatching.ts'
import { openCentre } from '#tests/support/sms/sender'

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[]
export const WINDOW = 10

/** Waiting does not help: somebody has to mend it at the operator's. */
const LASTS: ScenarioName[] = [
  ...(['mute', 'answers five and then no more', 'wrong password', 'forgets every bind'] as const),
  ...(['unbinds at every text', 'refuses everything for now', 'refuses the sender name'] as const),
]

/** Only there may an answer be late. */
const SAYS_NOTHING: ScenarioName[] = ['mute', 'goes mute', 'answers five and then no more']

/** A hundred times as quick as in the house. */
export const QUICK_HEALTH = {
  patience: 600,
  refused: { first: 10, last: 100 },
  lost: { first: 10, last: 100 },
}

/** What a scenario came to. */
export interface Played {
  centre: SmsCentre
  gateway: SmppGateway
  /** Texts that arrived at all. */
  arrived: number
  /** Arrivals that were one too many. */
  doubled: number
  /** Arrivals of the text that arrived most often. */
  mostTimes: number
  states: Partial<Record<MessageState, number>>
  /** Texts that went out in vain three times, without an answer: somebody calls. */
  calledFor: number
}

/**
 * Everything that a worker has, between the outbox and a centre that plays this scenario, until all
 * messages have come to their end. Time passes quickly.
 */
export async function play(
  name: ScenarioName,
  messages: number,
  context: Pick<TestContext, 'cleanup'>
): Promise<Played> {
  const centre = await openCentre(context, { faults: SCENARIOS[name], seed: 7 })
  const times = SAYS_NOTHING.includes(name)
    ? { response: 300, silence: 200, alive: 100 }
    : { response: 8_000 }
  const gateway = gatewayTo(centre, { window: WINDOW, receiptIds: 'auto', times })
  await queue(messages)
  const health = new Health('smpp', undefined, QUICK_HEALTH)
  openDispatcher(gateway, context, { health })
  if (LASTS.includes(name)) await mend(centre, gateway, health)
  const within = 20_000 + messages * 100
  await allSent(within)
  if (name === 'receipts lost') await receiptsAreOver(centre, within)
  await eventually(async () => !(await Message.findBy('state', 'sent')), within)
  const arrivals = centre.arrivals()
  const doubled = arrivals.reduce((sum, { times: often }) => sum + often - 1, 0)
  const calledFor = await givenUp(arrivals.map(({ text }) => text))
  const mostTimes = Math.max(0, ...arrivals.map(({ times: often }) => often))
  const arrived = arrivals.length
  return { centre, gateway, arrived, doubled, mostTimes, states: await states(), calledFor }
}

async function givenUp(arrived: string[]) {
  const ended = await Message.query().where('fault', NO_ANSWER)
  const hasArrived = ({ placeholders: { number } }: Message) =>
    arrived.some((text) => text.includes(number))
  return ended.filter((message) => !hasArrived(message)).length
}

/** So many messages, each with a number and a telephone of its own. */
export async function queue(count: number) {
  const { authority } = await district()
  const messages = Array.from({ length: count }, (_, number) => ({
    authorityId: authority.id,
    petitionId: null,
    stepId: null,
    event: 'routed' as const,
    channel: 'sms' as const,
    locale: 'tr',
    recipient: `+90500${String(number).padStart(7, '0')}`,
    placeholders: { number: `26 0000 ${1000 + number}`, dueOn: '2027-01-15' },
    secret: null,
  }))
  await transaction((trx) => Message.queue(messages, trx))
}

/** Mends what waiting does not mend, as soon as it has been noticed. */
async function mend(centre: SmsCentre, gateway: SmppGateway, health: Health) {
  await eventually(() => gateway.state.lastFault !== null || health.illSince !== null)
  centre.play({})
  await eventually(() => ['closed', 'bound'].includes(gateway.state.link))
  if (gateway.state.link === 'closed') gateway.start()
}

/** What waits for another try is due again and again, until nothing is left to send. */
async function allSent(within: number) {
  await eventually(async () => {
    const pending = await Message.query()
      .select('id', 'state')
      .whereIn('state', [...CLAIMABLE])
    for (const message of pending) if (message.state === 'waiting') await dueNow(message)
    outboxWakeUp.ring()
    return pending.length === 0
  }, within)
}

/** What no receipt came for is given up, as three days later. */
async function receiptsAreOver(centre: SmsCentre, within: number) {
  await eventually(async () => {
    const [kept] = await db.from('delivery_receipts').count('* as count')
    const [open] = await db.from('delivery_receipts').whereNotNull('next_at').count('* as count')
    return Number(kept.count) === centre.figures.told && Number(open.count) === 0
  }, within)
  await Message.query()
    .where('state', 'sent')
    .update({ next_at: stamp(DateTime.utc()) })
  await new Outbox(new Route('sms', 'smpp')).endOverdue()
}

async function states() {
  const counts: Played['states'] = {}
  for (const { state } of await Message.query().select('state')) {
    counts[state] = (counts[state] ?? 0) + 1
  }
  return counts
}
