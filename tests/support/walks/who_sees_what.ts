import db from '@adonisjs/lucid/services/db'
import { seedAuthority } from '#database/seeders/authority_seeder'
import { hasMoreUnits, neighbour } from '#tests/support/databases/district'
import { Access, namePerson, type Petition } from '#intake'
import { NationalId } from '#shared/typed/national_id'
import type { Officer, Role } from '#organisation'
import { Contact } from '#response'
import { Referral } from '#routing'
import { PhoneNumber } from '#shared/typed/phone_number'
import { newOfficer, officer, readAtTheDesk, received, unit } from '../journey.js'
import { standsInFor } from '../standing_in.js'

/** Everybody's identity number where nobody is real. */
export const TRAINING_ID = '12345678950'

const BROUGHT = [
  ...['atDesk', 'atFarm', 'atWood', 'tipOff', 'aboutPolice', 'aboutBureau'],
  ...['aboutBureauAtFarm', 'tipOffAboutBureau', 'restrictedAtDesk', 'restrictedAtFarm'],
  ...['aboutPerson', 'aboutHead', 'aboutManager'],
  'ofOtherAuthority',
] as const
export type Brought =
  | 'atDesk'
  | 'atFarm'
  | 'atWood'
  | 'tipOff'
  | 'aboutPolice'
  | 'aboutBureau'
  | 'aboutBureauAtFarm'
  | 'tipOffAboutBureau'
  | 'restrictedAtDesk'
  | 'restrictedAtFarm'
  | 'aboutPerson'
  | 'aboutHead'
  | 'aboutManager'
  | 'ofOtherAuthority'

const ABOUT: Partial<Record<Brought, string>> = {
  aboutPolice: 'EMN',
  aboutBureau: 'AKB',
  aboutBureauAtFarm: 'AKB',
  tipOffAboutBureau: 'AKB',
  aboutPerson: 'TAR',
  aboutHead: 'EMN',
}

/** Whom the desk said a complaint means, of the cast. */
const MEANT: Partial<Record<Brought, string>> = { aboutPerson: 'named', aboutHead: 'policeHead' }

/** What the desk strikes out of the tip-off that a unit gets. */
const STRUCK = 'Kuyunun başındaki'

type Roles = readonly [unit: string | null, ...roles: Role[]]

/** One petition of each sort, with words by which each can be told, and people of all roles. */
export async function world<Who extends string>(cast: Record<Who, Roles>) {
  const people = await castOf(cast)
  const brought = {} as Record<Brought, One>
  for (const [at, sort] of (BROUGHT as readonly Brought[]).entries()) {
    brought[sort] = await bring(sort, at)
  }
  const marks = Object.fromEntries(
    Object.entries(brought).map(([sort, one]) => [sort, marksOf(sort as Brought, one.petition)])
  ) as Record<Brought, ReturnType<typeof marksOf>>
  const place = await db.from('substitutions').first()
  return {
    brought,
    /** the one substitution that there is, of whoever works in another's place */
    place: place ? String(place.id) : null,
    marks,
    cast: people,
    complainedOf: (sort: Brought) => ABOUT[sort] ?? '',
    /** On a tip-off: what others than this unit wrote. */
    wordsOfOthers: (sort: Brought, code: string | null) => [
      ...marks[sort].bureau,
      ...(code === 'ORM' ? [] : marks[sort].wood),
      ...(code === 'TAR' ? [] : marks[sort].farm),
    ],
    /** The same, where the number stands in the address that was asked for. */
    except(sort: Brought) {
      const everything = marks[sort].everything.filter((mark) => !/^[\d ]+$/.test(mark))
      return { ...this, marks: { ...marks, [sort]: { ...marks[sort], everything } } }
    },
    /** The same, where numbers may be told. */
    without(numbers: boolean) {
      const left = Object.entries(marks).map(([sort, { everything, ...others }]) => {
        const kept = numbers ? everything.filter((mark) => !/^[\d ]+$/.test(mark)) : everything
        return [sort, { ...others, everything: kept }]
      })
      return { ...this, marks: Object.fromEntries(left) as typeof marks }
    },
    /** Which of them a list holds. */
    broughtOn(page: string) {
      const sorts = Object.entries(brought) as [Brought, { petition: Petition }][]
      return sorts
        .filter(([, { petition }]) => page.includes(`href="/dosya/${petition.number}"`))
        .map(([sort]) => sort)
    },
    addressOf(pattern: string, sort: Brought, number = brought[sort].petition.number) {
      const { message, file } = brought[sort]
      const whole = pattern.replace(':number', number).replace(':message', String(message))
      return whole.replace('/ek/:id', `/ek/${file}`)
    },
  }
}

function marksOf(sort: Brought, { number, shownNumber }: Petition) {
  const tail = tailOf(sort)
  const struck = sort === 'tipOff' ? [STRUCK] : []
  const petitioner = [
    ...struck,
    `Kişi ${sort};`,
    `012 34 ${tail}`,
    `*** ** ${tail}`,
    `Adres ${sort};`,
    ...(sort === 'tipOff' ? [`Dosya ${sort};`] : []),
  ]
  const [bureau, wood, farm] = [
    [`büroda ${sort};`, `ormana ${sort};`, `arandı ${sort};`],
    [`orman görüştü ${sort};`, `orman iade etti ${sort};`],
    [`tarıma ${sort};`],
  ]
  const everything = [
    ...[number, shownNumber.replaceAll('\u00a0', ' '), `Metin ${sort};`, `Yer ${sort};`],
    ...[`Şikâyetli ${sort};`, `Dosya ${sort};`],
    ...[...petitioner, ...bureau!, ...wood!, ...farm!],
  ]
  return { petitioner, bureau: bureau!, wood: wood!, farm: farm!, everything }
}

function tailOf(sort: Brought) {
  return String(11 + (BROUGHT as readonly string[]).indexOf(sort))
}

interface One {
  petition: Petition
  phone: string
  message: number
  file: number
}

/** Everybody, each with an account; one works in another's place, one at another authority. */
async function castOf<Who extends string>(cast: Record<Who, Roles>) {
  const people = {} as Record<Who, Officer>
  for (const [name, roles] of Object.entries(cast) as [Who, Roles][]) {
    const [code, ...held] = roles
    people[name] = await newOfficer(name, code, held)
  }
  const { named, inNamedsPlace, neighbour: foreigner } = people as Record<string, Officer>
  if (named && inNamedsPlace) await standsInFor(inNamedsPlace, named)
  if (foreigner) {
    const authority = await db
      .from('authorities')
      .where('id', await neighbour())
      .firstOrFail()
    await seedAuthority(authority, db.connection())
    await db.from('officers').where('id', foreigner.id).update({ authority_id: authority.id })
  }
  hasMoreUnits()
  for (const name of Object.keys(people) as Who[]) people[name] = await officer(name)
  return people
}

/** What people did with it before. */
async function bring(sort: Brought, at: number) {
  const phone = `0500 012 34 ${tailOf(sort)}`
  const petition = await received({
    kind: sort.startsWith('tipOff') ? 'tipOff' : /about/i.test(sort) ? 'complaint' : 'request',
    text: sort === 'tipOff' ? `Metin ${sort}; ${STRUCK}.` : `Metin ${sort};`,
    place: `Yer ${sort};`,
    name: `Kişi ${sort};`,
    address: `Adres ${sort};`,
    phone: PhoneNumber.parse(phone),
    nationalId: NationalId.parse(TRAINING_ID),
    complainedUnit: ABOUT[sort] ? await unit(ABOUT[sort]) : null,
    complainedName: /^about/.test(sort) ? `Şikâyetli ${sort};` : null,
    complainsOfManager: sort === 'aboutManager',
  })
  if (sort.endsWith('AtFarm') || sort === 'atFarm' || sort === 'tipOff' || sort === 'aboutPolice') {
    await wander(petition, sort)
  }
  const meant = MEANT[sort]
  if (meant) {
    const masa = await officer('masa')
    await namePerson(petition, await officer(meant), masa)
    await Referral.make(petition, await unit('TAR'), masa, `tarıma ${sort};`)
  }
  if (sort === 'atWood') await Referral.make(petition, await unit('ORM'), await officer('masa'))
  if (sort.startsWith('restricted')) {
    const note = `büroda ${sort};`
    await petition.change((current, trx) => current.restrict({ note }, trx))
  }
  await Access.record(await officer('sef'), { petition })
  if (sort === 'ofOtherAuthority') await moveAway(petition)
  const message = await missedMessage(petition, `arandı ${sort};`, at)
  return { petition, phone, message, file: await withFile(petition, sort) }
}

/** From the bureau to the foresters, who give it back, to agriculture. */
async function wander(petition: Petition, sort: Brought) {
  if (petition.kind === 'tipOff') await readAtTheDesk(petition, `Metin ${sort};`)
  const router = await officer(ABOUT[sort] === 'AKB' ? 'kaymakam' : 'masa')
  const wood = await officer('orman')
  if (ABOUT[sort] !== 'AKB') {
    await Referral.make(petition, await unit('AKB'), router)
    const note = `büroda ${sort};`
    await Contact.make(petition, router, { way: 'visit', result: 'reached', note })
  }
  await Referral.make(petition, await unit('ORM'), router, `ormana ${sort};`)
  if (petition.kind !== 'tipOff') {
    const note = `orman görüştü ${sort};`
    await Contact.make(petition, wood, { way: 'call', result: 'reached', note })
  }
  const referral = await Referral.currentOf(petition)
  await referral.giveBack(wood, `orman iade etti ${sort};`)
  await Referral.make(petition, await unit('TAR'), router, `tarıma ${sort};`)
}

/** A document with a name of its own. */
async function withFile({ id: petitionId }: Petition, sort: Brought) {
  const about = { petition_id: petitionId, name: `Dosya ${sort};.pdf`, part: 'petition' }
  const kept = { kind: 'pdf', state: 'ready', file: '-', size: 9, position: 1, tries: 0 }
  const held = { holder: `holder ${sort}`, digest: `digest ${sort}` }
  const created = { created_at: '2026-01-05 09:00:00' }
  await db.table('attachments').insert({ ...about, ...kept, ...held, ...created })
  const { id } = await db.from('attachments').where('petition_id', petitionId).firstOrFail()
  return id as number
}

async function moveAway(petition: Petition) {
  const { id } = await db.from('authorities').where('code', 'komsu').firstOrFail()
  await db.from('petitions').where('id', petition.id).update({ authority_id: id })
  await db.from('messages').where('petition_id', petition.id).update({ authority_id: id })
}

/** Its first text did not arrive, and nobody was reached by telephone. */
async function missedMessage(petition: Petition, note: string, at: number) {
  const messages = db.from('messages').where('petition_id', petition.id)
  const { id } = await messages.clone().where('event', 'received').firstOrFail()
  const now = new Date(Date.now() + at * 1000).toISOString().slice(0, 19).replace('T', ' ')
  await messages
    .where({ id })
    .update({ state: 'rejected', fault: 'ESME_RINVDSTADR', final_at: now, missed_at: now })
  const { id: officerId } = await officer('sef')
  const call = { message_id: id, officer_id: officerId, result: 'notReached', note, made_at: now }
  await db.table('calls').insert({ ...call, petition_id: petition.id })
  return id as number
}
