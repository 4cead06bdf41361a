import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isOwn, isShieldedFrom, Petitioner, Urgency } from '#intake'
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
    'unitAsked',
    'progressAsked',
  ] as const),
]
/** They want something of one unit, whoever has the petition. */
const ASKS: readonly StepKind[] = ['unitAsked', 'progressAsked']
const UNIT: readonly Role[] = ['unitOfficer', 'unitHead']
const DESK: readonly Role[] = ['bureauOfficer', 'bureauChief']
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
  const asks = ASKS.includes(kind)
  const asked: Group[] = [{ roles: UNIT, unitId: step.unitId! }]
  const toLook = asks ? asked : await whoLooks(petition, kind)
  const groups = climbs ? await rung(petition, trx) : toLook
  const told = new Map((await officersIn(petition, groups, trx)).map((one) => [one.key, one]))
  if (!climbs && !asks) for (const one of await onDuty(petition)) told.set(one.key, one)
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

/**
 * Those of the groups, and who stands in for one of them; nobody hears of a petition of their own, or of
 * a complaint about them.
 */
async function officersIn(
  petition: PetitionFacts,
  groups: readonly Group[],
  trx: TransactionClientContract
) {
  const { id, authorityId } = petition
  const found: Officer[] = []
  for (const { roles, unitId } of groups) {
    found.push(...(await Officer.atWork({ authorityId, roles, unitId }, trx).limit(MOST)))
  }
  const officers = await notShielded(found, petition)
  const owner = await Petitioner.query({ client: trx }).where('petition_id', id).first()
  const inPlace = await notShielded(await standingInFor(officers, authorityId, trx), petition)
  return [...officers, ...inPlace]
    .filter((officer) => !owner || !isOwn(officer, owner))
    .flatMap(({ phone, email, locale }) => ways(phone, email, locale))
}

async function notShielded(officers: readonly Officer[], petition: PetitionFacts) {
  const { complainedUnitId, complainedOfficerId, complainedAuthorityId, authorityId } = petition
  if (!complainedUnitId && !complainedOfficerId && !complainedAuthorityId) return officers
  const { bureau } = await Catalogue.of(authorityId)
  for (const officer of officers) await officer.loadRoles()
  return officers.filter((officer) => !isShieldedFrom(officer, petition, bureau))
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
