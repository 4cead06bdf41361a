import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isOwn, Petitioner, Urgency } from '#intake'
import type { PetitionFacts, StepKind, StepTaken } from '#intake'
import { Catalogue, Officer, type Role } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'
import { outboxWakeUp } from './dispatch/wake_up.ts'
import { Message } from './models/message.ts'
import { recipients } from './recipients.ts'

/** Of one unit, or of the authority where it is of none. */
interface Group {
  roles: readonly Role[]
  unitId?: number
}

/** So many of a group are told: what anybody can cause has a limit. */
const MOST = 30
/** Steps that bring an urgent petition to somebody new, or something new of it. */
const BRINGS: readonly StepKind[] = [
  ...([
    'received',
    'urgencySet',
    'referred',
    'handedOn',
    'handedOver',
    'handedBack',
    'added',
  ] as const),
]
const DESK: readonly Role[] = ['bureauOfficer', 'bureauChief']
const UNIT: readonly Role[] = ['unitOfficer', 'unitHead']
/** What is of no use to know any more. */
const WORTH_TELLING = { hours: 4 }

/**
 * Tells those who must look at an urgent petition, at once and at each rung: in the step's own
 * transaction, by text and e-mail, with its number and nothing else. What is ordinary asks nothing.
 */
export async function tellTheOfficers({ petition, step, trx }: StepTaken) {
  const kind = step.kind as StepKind
  const climbs = kind === 'urgencyClimbed'
  if (petition.urgency === 'ordinary' || !(climbs || BRINGS.includes(kind))) return
  const groups = climbs ? await rung(petition, trx) : await whoLooks(petition, kind)
  const told = new Map((await officersIn(petition, groups, trx)).map((one) => [one.key, one]))
  if (!climbs) for (const one of await onDuty(petition)) told.set(one.key, one)
  const messages = [...told.values()].map(({ channel, recipient, suppressed, locale }) => ({
    ...{ channel, recipient, suppressed, locale, authorityId: petition.authorityId },
    ...{ petitionId: null, stepId: null, secret: null, lastsFor: WORTH_TELLING },
    event: climbs ? ('stillUrgent' as const) : ('urgent' as const),
    placeholders: { number: petition.shownNumber, dueOn: null },
  }))
  await Message.queue(messages, trx)
  if (messages.length > 0) trx.after('commit', () => outboxWakeUp.ring())
}

/** Who hands it on knows of it already. Of a unit everybody who works on its petitions, and its head. */
async function whoLooks(petition: PetitionFacts, kind: StepKind): Promise<Group[]> {
  const { unitId } = petition
  const isAtUnit = !(await isAtTheDesk(petition))
  const unit: Group[] = isAtUnit ? [{ roles: UNIT, unitId }] : []
  return kind === 'referred' ? unit : [{ roles: deskOf(petition) }, ...unit]
}

async function rung(petition: PetitionFacts, trx: TransactionClientContract): Promise<Group[]> {
  const { desk, unitId } = petition
  const last = (await Urgency.of(petition, trx))?.last
  if (last === 'manager') return [{ roles: ['manager'] }]
  const above: Role = desk === 'management' ? 'manager' : 'bureauChief'
  if (last === 'chief') return [{ roles: [above] }]
  const isHead = last === 'head'
  if (await isAtTheDesk(petition)) return [{ roles: isHead ? [above] : deskOf(petition) }]
  return [{ roles: isHead ? ['unitHead'] : UNIT, unitId }]
}

/** Nobody of the bureau hears of a complaint about it. */
function deskOf({ desk }: PetitionFacts) {
  return desk === 'management' ? (['manager'] as const) : DESK
}

async function isAtTheDesk({ unitId, authorityId }: PetitionFacts) {
  return unitId === (await Catalogue.of(authorityId)).bureau.id
}

/** Those of the groups, and who stands in for one of them; nobody hears of a petition of their own. */
async function officersIn(
  { id, authorityId }: PetitionFacts,
  groups: readonly Group[],
  trx: TransactionClientContract
) {
  const officers: Officer[] = []
  for (const { roles, unitId } of groups) {
    officers.push(...(await Officer.atWork({ authorityId, roles, unitId }, trx).limit(MOST)))
  }
  const owner = await Petitioner.query({ client: trx }).where('petition_id', id).first()
  return [...officers, ...(await standingInFor(officers, authorityId, trx))]
    .filter((officer) => !owner || !isOwn(officer, owner))
    .flatMap(({ phone, email, locale }) => ways(phone, email, locale))
}

/** Whoever is away hears of it all the same: it is of life and limb. */
async function standingInFor(
  officers: readonly Officer[],
  authorityId: number,
  trx: TransactionClientContract
) {
  const { substitutions } = await Catalogue.of(authorityId)
  const ids = substitutions
    .filter(
      ({ state, officerId }) => state === 'now' && officers.some(({ id }) => id === officerId)
    )
    .map(({ substituteId }) => substituteId)
  if (ids.length === 0) return []
  const found = await Officer.query({ client: trx }).whereIn('id', ids)
  return found.filter(({ works }) => works)
}

/** Whoever is on duty out of hours, where a text reaches them. */
async function onDuty({ authorityId }: PetitionFacts) {
  const { dutyPhone } = (await Catalogue.of(authorityId)).authority
  return ways(dutyPhone, null, 'tr')
}

function ways(phone: string | null, email: string | null, locale: string) {
  const e164 = phone ? (PhoneNumber.parse(phone)?.e164 ?? null) : null
  return recipients({ phone: e164, email, declinesTexts: false }).map((way) => ({
    ...way,
    locale,
    key: `${way.channel} ${way.recipient}`,
  }))
}
