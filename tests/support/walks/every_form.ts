import router from '@adonisjs/core/services/router'
import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { DEMO_PASSWORD } from '#config/demonstration'
import { Petition, Reckoning, type PetitionDetails } from '#intake'
import { Answer } from '#response'
import { Forwarding, Handover, RuleTrial } from '#routing'
import { Catalogue, Heading, Officer, ROLES, RoutingRule } from '#organisation'
import { blindIndex } from '#shared/keys'
import { stamp } from '#shared/dates/stored'
import { today } from '#shared/dates/turkish_date'
import { PhoneNumber } from '#shared/typed/phone_number'
import { send } from '#tests/support/at_the_card'
import { lineOf, sealed, sentForms, words } from '#tests/support/outage'
import { person, province } from '#tests/support/databases/three_authorities'
import { inOneTransaction } from '#tests/support/database'
import { district, hasMoreUnits } from '#tests/support/databases/district'
import { livelyRoom } from '#tests/support/databases/many_tickets'
import { publicDay } from '#tests/support/databases/public_day'
import { details } from '#tests/support/petitions'
import { slipOf } from '#tests/support/intake/slips'
import { asBefore } from '#tests/support/walks/kept_catalogues'
import { formsIn, linksIn, type Form } from '#tests/support/walks/forms'
import { newOfficer, officer, received, referredTo, submitted, unit } from '#tests/support/journey'

/** One of each role, and nobody. */
const PEOPLE = [null, 'masa', 'sef', 'kaymakam', 'tarim', 'tarim.amir', 'bilgiislem', 'denetci']
/** Of these one value is as good as another: a place in a list, an officer; but not a word (`kimse`). */
const ANY_VALUE = ['sonra', 'kim', 'gorevli']
/** The first page of each of them; the rest is found by its links. */
const LINK = 'yalniz-sinamalarin-bag'
const DOORS = [
  '/',
  '/en',
  '/edremit',
  '/en/edremit',
  '/giris',
  '/hesap',
  '/mesajlar',
  '/masa/gelen-posta',
  `/parola/${LINK}`,
]

/** Below the look-up: no link leads there. With what is typed on the result's forms. */
const ON_A_RESULT: Record<string, Record<string, string>> = {
  'geri-cek': {},
  'vazgec': {},
  'katilimdan-cik': {},
  'ekle': { words: 'Kapağı da kırık.' },
  'telefon': { phone: '0500 012 34 58' },
}

const NO_LETTER = { documentNumber: null, text: null }

export interface FoundForm extends Form {
  route: string
  who: Officer | null
}

export interface FoundPage {
  path: string
  who: Officer | null
}

/**
 * Something of everything, so that each form stands on some page.
 *
 * @returns what opens one of the petitions, and the slips of all of them
 */
export async function wholeHouse(client: ApiClient) {
  const phone = PhoneNumber.parse('0500 012 34 56')
  const { petition, secret } = await Petition.receive(details({ phone }))
  await referredTo('TAR', { phone })
  await Forwarding.make(await received(), await unit('BEL'), await officer('masa'), NO_LETTER)
  const silent = await referredTo('TAR', { phone: PhoneNumber.parse('0500 012 34 57') })
  await submitted()
  await (await Answer.draftFor(await submitted())).approve(await officer('tarim.amir'))
  await answeredTwice()
  await received({ kind: 'tipOff', text: 'Deneme' })
  await askedThroughTheDesk()
  await moreTime()
  await askedOfUnits()
  await fees()
  const planned = await plannedContacts(phone)
  await beingWritten()
  await afterwards()
  await promised()
  await directed()
  await Petition.receive(details({ channel: 'letter', brought: OF_MANY }))
  await parked(client)
  await Petition.receive(details({ text: 'Apartmanda çok kuvvetli gaz kokusu var.' }))
  const sef = await officer('sef')
  await send(client, sef, silent, 'susturma', { reason: 'declined' })
  const { petition: restricted } = await Petition.receive(details())
  await send(client, sef, restricted, 'kisit', { why: 'Komşusu büroda çalışıyor.' })
  await livelyRoom()
  await publicDay()
  await ofTheTree()
  await writtenWithoutALine(client)
  const missed = { state: 'rejected', fault: '0x0000040A', attempts: 3 }
  const at = '2026-01-05 09:00:00'
  await db.from('messages').update({ ...missed, final_at: at, missed_at: at })
  await mailsOfAllSorts()
  await keptFilters()
  await peopleOfAllSorts(client)
  const named = { number: petition.number, numbers: petition.number, secret: secret.text }
  return { ...named, ...planned, ...(await slips(petition)) }
}

/** Any of them is good where it is checked alone; on a card only that of the petition itself. */
async function slips(any: Petition) {
  const onCards = (await Petition.all()).map((one) => [
    `/dosya/${one.number}/fis slip`,
    slipOf(one),
  ])
  return { slip: slipOf(any), ...(Object.fromEntries(onCards) as Record<string, string>) }
}

/** A letter of many in another language, whose lawyer is told. */
const OF_MANY: PetitionDetails['brought'] = {
  arrivedAt: null,
  paper: { writtenOn: DateTime.utc(), number: 'E-2026/7', registeredOn: DateTime.utc() },
  speaker: {
    ...{ relation: 'lawyer', name: 'Avukat Deneme', nationalId: null },
    ...{
      phone: PhoneNumber.parse('0500 012 34 59'),
      proof: 'powerOfAttorney',
      proofNote: '1. Noter',
    },
  },
  told: 'representative',
  signatures: 48,
  ownWords: { language: 'ar', text: 'الماء مقطوع', isAgreed: true },
}

/** A form that waits at the desk. */
async function parked(client: ApiClient) {
  const masa = await officer('masa')
  const forms = formsIn((await client.get('/masa/yeni').loginAs(masa)).text())
  const { fields } = forms.find(({ action }) => action.startsWith('/masa/yeni/beklet'))!
  const wording = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
  const asked = client.post('/masa/yeni/beklet').loginAs(masa).withCsrfToken().redirects(0)
  await asked.form({ ...wording, text: 'Yarım kalan söz' })
}

/** Of tip-offs a unit may ask something, or has asked; of one an answer is waited for; to another petition something was added. */
async function askedThroughTheDesk() {
  const tarim = await officer('tarim')
  await referredTo('TAR', { kind: 'tipOff', text: 'Deneme' })
  const { id, unitId } = await referredTo('TAR', { kind: 'tipOff', text: 'Deneme, ikinci' })
  const asked = { petition_id: id, unit_id: unitId, officer_id: tarim.id, text: 'Hangi gün?' }
  await db.table('questions').insert({ ...asked, asked_at: '2026-01-05 09:00:00' })
  const waits = await referredTo('TAR', { text: 'Sokak lambası yanmıyor.' })
  const at = '2026-01-05 09:00:00'
  const passed = { passed_text: 'Hangi sokakta?', passed_by: tarim.id, passed_at: at }
  const question = { ...asked, petition_id: waits.id, asked_at: at, ...passed }
  await db.table('questions').insert({ ...question, answer_by: inDays(5) })
  await db.from('petitions').where('id', waits.id).update({ stage: 'awaitingPetitioner' })
  const { id: added } = await referredTo('TAR', { text: 'Çöpler toplanmıyor.' })
  await db.from('petitions').where('id', added).update({ unread_by: 'charge' })
}

/** A unit may ask for more time, and has; of information a law gives it. */
async function moreTime() {
  const { id: asked } = await officer('tarim')
  await referredTo('TAR', { kind: 'informationRequest', text: 'Kararın örneği' })
  const { id, unitId } = await referredTo('TAR', { text: 'Sulama kanalı dolmuş.' })
  const wanted = { until: onAWeekday(15), reason: 'Ölçüm yapılacak.', asked_by: asked }
  // Of what was asked before a unit had it nobody is told any more.
  const askedAt = stamp(DateTime.utc().plus({ seconds: 1 }))
  const row = { petition_id: id, unit_id: unitId, asked_at: askedAt }
  await db.table('extensions').insert({ ...row, ...wanted })
}

/** A unit is asked something of another's petition, asks another one itself, and is asked how far it is. */
async function askedOfUnits() {
  const [own, other] = [await referredTo('TAR'), await referredTo('MUF')]
  const [{ id: tar }, { id: tapu }, { id: sef }] = [
    await unit('TAR'),
    await unit('TAPU'),
    await officer('sef'),
  ]
  const row = (petition: Petition, unitId: number, sort: string) => ({
    ...{ petition_id: petition.id, unit_id: unitId, for_unit_id: petition.unitId, sort },
    ...{ asked_by: sef, question: 'Yerinde bakıldı mı?', due_on: onAWeekday(5) },
    asked_at: '2026-01-05 09:00:00',
  })
  const rows = [row(other, tar, 'part'), row(own, tapu, 'part'), row(own, tar, 'progress')]
  await db.table('unit_questions').multiInsert(rows)
}

/** Whom a unit visits today, expects, and does not reach; and what it writes of the visit. */
async function plannedContacts(phone: PhoneNumber | null) {
  const { id: tarim } = await officer('tarim')
  const rows = []
  for (const [position, way] of ['visit', 'meeting', 'unreachable'].entries()) {
    const petition = await referredTo('TAR', { phone, text: `Görüşülecek: ${position}` })
    const by = { officer_id: tarim, made_by: tarim, made_at: '2026-01-05 09:00:00' }
    const of = { petition_id: petition.id, authority_id: petition.authorityId }
    const at = way === 'meeting' ? '10:00' : null
    rows.push({ ...of, ...by, unit_id: petition.unitId, way, day: inDays(0), at, state: 'open' })
  }
  await db.table('contact_plans').multiInsert(rows)
  const { id } = await db.from('contact_plans').where('way', 'visit').firstOrFail()
  return { [`result-${id}`]: 'notReached', [`next-${id}`]: onAWeekday(5) }
}

/** Of one the fee is asked for, and another one waits for it. */
async function fees() {
  const { id: amir } = await officer('tarim.amir')
  const petition = await referredTo('TAR', { kind: 'informationRequest', text: 'Tutanak örneği' })
  const rule = await db.from('deadline_rules').where('clock', 'fee').firstOrFail()
  await db.table('fee_notices').insert({
    ...{ petition_id: petition.id, amount: 1250, covers: 'fotokopi', asked_by: amir },
    ...{ told_on: inDays(0), pay_by: inDays(21), rule_id: rule.id },
  })
}

/** An answer is being written, its petitioner is to be told how things stand, and a text is ready. */
async function beingWritten() {
  const [{ id: officerId, authorityId }, petition] = [
    await officer('tarim'),
    await referredTo('TAR'),
  ]
  const at = '2026-01-05 09:00:00'
  const own = { petition_id: petition.id, unit_id: petition.unitId }
  await db.table('draft_sittings').insert({
    ...{ ...own, officer_id: officerId, sitting: 'sayfa-bir-0000000001', part: 'draft', turn: 1 },
    ...{ begun_from: 0, words: null, begun_at: at, kept_at: at },
  })
  const told = { text: 'Ekibimiz salı günü bakacak.', written_by: officerId, written_at: at }
  await db.table('interim_answers').insert({ ...own, ...told, state: 'waiting' })
  const text = { title: 'Yol onarımı', text: '{sayin}, yolunuz onarılacak.', entered_at: at }
  await db.table('ready_texts').insert({ ...text, authority_id: authorityId })
}

/** An answer is on its way by post, and another one waits to take its place. */
async function answeredTwice() {
  const petition = await submitted()
  await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
  const of = { petition_id: petition.id }
  const step = await db.from('steps').where(of).whereNotNull('outcome').firstOrFail()
  const { id: tarim } = await officer('tarim')
  await db
    .from('posted_letters')
    .where(of)
    .update({ state: 'posted', posted_on: inDays(0) })
  const corrected = {
    outcome: 'granted',
    text: 'Yolunuz pazartesi onarılacak.',
    because: 'Gün yanlıştı.',
  }
  await db.table('answer_replacements').insert({
    ...{ ...of, ...corrected, unit_id: petition.unitId, replaced_id: step.id, state: 'waiting' },
    ...{ written_by: tarim, written_at: '2026-01-05 09:00:00' },
  })
}

/** Of answers one is objected to, and of one the petitioner is to be called. */
async function afterwards() {
  const [{ id: amir, authorityId }, { id: rule }] = [
    await officer('tarim.amir'),
    await db.from('deadline_rules').where('clock', 'review').firstOrFail(),
  ]
  const at = '2026-01-05 09:00:00'
  for (const sort of ['objected', 'drawn'] as const) {
    const petition = await submitted()
    await (await Answer.draftFor(petition)).approve(await officer('tarim.amir'))
    const survey = await db.from('surveys').where('petition_id', petition.id).firstOrFail()
    const of = { authority_id: authorityId, petition_id: petition.id }
    if (sort === 'drawn') {
      await db.table('sample_calls').insert({ ...of, survey_id: survey.id, drawn_on: inDays(0) })
      continue
    }
    await db.table('objections').insert({
      ...{ ...of, unit_id: survey.unit_id, step_id: survey.step_id, given_by: amir },
      ...{
        deciding_id: authorityId,
        level: 'chief',
        words: encryption.encrypt('Yol onarılmadı.'),
        made_at: at,
      },
      ...{ due_on: inDays(15), rule_id: rule },
    })
  }
}

/** One is proposed with an answer that is being written, one waits for what became of it. */
async function promised() {
  const { id: tarim } = await officer('tarim')
  const rows = []
  for (const state of ['proposed', 'open']) {
    const petition = await referredTo('TAR', { text: `Söz verilen yol: ${state}` })
    const of = { authority_id: petition.authorityId, petition_id: petition.id }
    const by = { unit_id: petition.unitId, made_by: tarim, made_at: '2026-01-05 09:00:00' }
    rows.push({ ...of, ...by, state, text: 'Yol asfaltlanacak.', day: inDays(0) })
  }
  await db.table('commitments').multiInsert(rows)
}

/** A manager wants something of a unit, and gets it from themselves as well. */
async function directed() {
  const { id: kaymakam } = await officer('kaymakam')
  const petition = await referredTo('TAR', { text: 'Talimat verilecek iş' })
  const sef = await officer('sef')
  await petition.change((now, trx) => now.take({ kind: 'directed', officer: sef, trx }))
  const of = { authority_id: petition.authorityId, petition_id: petition.id }
  const by = { given_by: kaymakam, given_at: '2026-01-05 09:00:00' }
  await db.table('directives').insert({ ...of, ...by, text: 'Yerinde bakılsın.', day: inDays(5) })
}

/** Of whoever works at the queue. */
async function keptFilters() {
  for (const login of ['masa', 'sef']) {
    const { id } = await officer(login)
    await db.table('kept_filters').insert({ officer_id: id, name: 'Yol', asked: 'filtre=late' })
  }
}

/** One that waits for the desk, and one that was set aside. */
async function mailsOfAllSorts() {
  const { authorityId } = await officer('masa')
  const at = '2026-01-05 09:00:00'
  const about = {
    authority_id: authorityId,
    is_cut: 0,
    is_unread: 0,
    arrived_at: at,
    created_at: at,
  }
  const mails = [
    { ...about, digest: 'bekleyen', holder: 'mail:bekleyen', state: 'proposed', reason: null },
    { ...about, digest: 'ayrilan', holder: 'mail:ayrilan', state: 'refused', reason: 'spam' },
  ]
  await db.table('mails').multiInsert(mails)
}

/** What the desk wrote while the line was cut, and what is to be mended of it. */
async function writtenWithoutALine(client: ApiClient) {
  const masa = await officer('masa')
  const line = await lineOf(client, masa)
  const [one, other] = line.tokens.map(({ token }) => token)
  await sentForms(client, masa, [
    await sealed(line, one!, words({ text: 'Köprü yıkıldı.' })),
    await sealed(line, other!, words({ text: 'Köprü yine yıkıldı.', phone: '0500' })),
  ])
}

/** Authorities around the district: to one a petition went, from another one came. */
async function ofTheTree() {
  const { governorate, burhaniye, edremit } = await province()
  const clerk = await person(burhaniye, 'burhaniye.buro', 'AKB', ['bureauChief'])
  const about = details({ authorityId: burhaniye.authority.id })
  const { petition: came } = await Petition.receive(about)
  await Handover.make(came, edremit.authority, clerk, 'Zeytinli sizde.')
  const { petition: went } = await Petition.receive(details())
  await Handover.make(went, governorate.authority, await officer('sef'), 'İl yolu.')
}

/** Somebody who left, somebody who is to choose a password by a link, somebody signed in twice. */
async function peopleOfAllSorts(client: ApiClient) {
  const left = await newOfficer('ayrilan', 'TAR', ['unitOfficer'])
  await db.from('officers').where('id', left.id).update({ left_on: '2026-01-05' })
  const { id, authorityId } = await officer('tapu')
  const [issued, expires] = ['2026-01-05 09:00:00', '2036-01-05 09:00:00']
  const slip = { officer_id: id, authority_id: authorityId, way: 'link', occasion: 'first' }
  const open = { digest: blindIndex('password-link', LINK), issued_at: issued, expires_at: expires }
  await db.table('password_slips').insert({ ...slip, ...open })
  const right = { login: 'masa', password: DEMO_PASSWORD }
  for (let times = 0; times < 2; times++) await client.post('/giris').redirects(0).form(right)
}

/** Every page and every form that somebody finds by following the links from the doors. */
export async function walked(client: ApiClient) {
  const walk = new Walk(client)
  for (const login of PEOPLE) await walk.as(login)
  await walk.atResults()
  // A gateway has a button for what it does not do now, a text one for words that are not the house's.
  await posted(client, await officer('bilgiislem'), '/gecitler/log/duraklat')
  const wording = { version: '0', text: '{number} numaralı başvurunuz birimdedir.' }
  await posted(client, await officer('sef'), '/metinler/routed/sms/tr', wording)
  await closedOfEach(client, await officer('sef'))
  const said = { days: '7', counted: 'calendar', rolls: 'yes', reason: '7 gün', reasonEn: '7 days' }
  const rule = { ...said, source: 'Makam oluru', version: '0' }
  await posted(client, await officer('sef'), '/yonetim/takvim/sure/promise/thanks', rule)
  const ladder = { before: '2', onDay: 'yes', head: '1', chief: '2', governor: '3', version: '0' }
  await posted(client, await officer('sef'), '/yonetim/takvim/hatirlatma/legal', ladder)
  await aDayOff(await officer('sef'))
  await rules(client, await officer('sef'))
  await substitutes(await officer('sef'))
  for (const login of ['bilgiislem', 'sef']) await walk.as(login)
  return { forms: [...walk.forms.values()], pages: [...walk.pages.values()] }
}

/** Whoever entered one may mend it, and take it back while it is ahead. */
async function aDayOff({ authorityId }: Officer) {
  const day = inDays(40)
  const leave = { kind: 'administrative', portion: 'full', name: 'İdari izin' }
  await db.table('holidays').insert({ ...leave, authority_id: authorityId, day })
  Catalogue.forget()
}

/** One rule is switched on, and another one was tried and is not. */
async function rules(client: ApiClient, sef: Officer) {
  const list = '/yonetim/kurallar'
  const said = { about: 's:tarim.destek', unit: 'SYDV', why: 'Destekler SYDV’den.' }
  for (const kind of ['request', 'complaint']) {
    const rule = { ...said, kind, position: kind === 'request' ? '1' : '2' }
    await posted(client, sef, list, rule)
    const { id } = await RoutingRule.query().orderBy('id', 'desc').firstOrFail()
    await posted(client, sef, `${list}/${id}/deneme`)
    const { sign: tried } = (await RuleTrial.lastOf({ id }, sef))!
    if (kind === 'request') await posted(client, sef, `${list}/${id}/ac`, { version: '1', tried })
  }
}

/** One is ahead, which the one who will be away may end; into the place of another one a button leads. */
async function substitutes({ id: chief, authorityId }: Officer) {
  const [clerk, head] = [await officer('masa'), await officer('tapu.amir')]
  const named = { authority_id: authorityId, named_by: chief, named_at: '2026-01-05 09:00:00' }
  await db.table('substitutions').multiInsert([
    { ...named, officer_id: chief, substitute_id: clerk.id, ...days(40) },
    { ...named, officer_id: head.id, substitute_id: chief, ...days(0) },
  ])
  Catalogue.forget()
}

function days(from: number) {
  return { first_day: inDays(from), last_day: inDays(from + 1) }
}

function onAWeekday(count: number) {
  const day = today().plus({ days: count })
  return day.plus({ days: day.weekday > 5 ? 8 - day.weekday : 0 }).toISODate()!
}

function inDays(count: number) {
  return today().plus({ days: count }).toISODate()!
}

/** What is closed has a button to open it again, and an empty heading one to close it. */
async function closedOfEach(client: ApiClient, sef: Officer) {
  hasMoreUnits()
  const { id } = await unit('KAD')
  await posted(client, sef, `/yonetim/birimler/${id}/kapat`, { version: '1', successor: 'TAPU' })
  await db.from('unit_closings').update({ ended_at: '2026-01-05 09:00:00' })
  const catalogue = await district()
  const { subjects } = catalogue
  const [question] = catalogue.questionsOf(catalogue.subjectByCode('tapu.kadastro'))
  await posted(client, sef, `/yonetim/sorular/${question!.id}/kapat`, { version: '1' })
  await posted(client, sef, `/yonetim/konular/${subjects.at(-1)!.id}/kapat`, { version: '1' })
  for (const name of ['Boş başlık', 'Kapalı başlık']) {
    await posted(client, sef, '/yonetim/basliklar/yeni', { name })
  }
  const { id: heading } = await Heading.findByOrFail('name', 'Kapalı başlık')
  await posted(client, sef, `/yonetim/basliklar/${heading}/kapat`, { version: '1' })
}

/**
 * What there is to see at an address: whatever stands there, asked by these names together, and each
 * of their values somewhere. Each value beside every other one was a third of all pages.
 */
function asks(link: string) {
  const [path, query] = link.split('?') as [string, string?]
  const asked = [...new URLSearchParams(query)]
  const place = path.replace(/\d+/g, '')
  const values = asked.map(([name, value]) => `${place} ${name} ${isAny(name, value) ? '' : value}`)
  return [[path, ...asked.map(([name]) => name).sort()].join(' '), ...values]
}

function isAny(name: string, value: string) {
  return ANY_VALUE.includes(name) && !/^[a-z]+$/.test(value)
}

class Walk {
  readonly forms = new Map<string, FoundForm>()
  readonly pages = new Map<string, FoundPage>()

  constructor(private readonly client: ApiClient) {}

  async as(login: string | null) {
    const who = login === null ? null : await Officer.findByOrFail('login', login)
    const ahead = [...DOORS]
    const seen = new Set(ahead.flatMap(asks))
    for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
      const page = await opened(this.client, who, path)
      if (page.status() !== 200 || !/html/.test(page.type())) continue
      this.#note(path, page.text(), who)
      for (const link of linksIn(page.text())) {
        const asked = asks(link)
        if (asked.some((one) => !seen.has(one))) ahead.push(link)
        for (const one of asked) seen.add(one)
      }
    }
  }

  /** What is done with an opened petition: without a proof each address asks for number and code. */
  async atResults() {
    const form = await opened(this.client, null, '/edremit/basvuru')
    const token = /name="token" value="([^"]+)"/.exec(form.text())?.[1] ?? ''
    for (const door of DOORS.slice(0, 4)) {
      for (const [what, said] of Object.entries(ON_A_RESULT)) {
        const typed = what === 'ekle' ? { ...said, token } : said
        const path = `${door}/sorgula/${what}`.replace('//', '/')
        this.#noteForms((await posted(this.client, null, path, typed)).text(), null)
      }
    }
  }

  #note(path: string, html: string, who: Officer | null) {
    const asked = [...new URLSearchParams(path.split('?')[1] ?? '').keys()].sort()
    this.pages.set([routeOf(path, 'GET'), ...asked].join(' '), { path, who })
    this.#noteForms(html, who)
  }

  #noteForms(html: string, who: Officer | null) {
    for (const form of formsIn(html)) {
      const route = routeOf(form.action, form.method)
      const key = [route, ...form.fields.map(({ name }) => name)].join(' ')
      if (!this.forms.has(key)) this.forms.set(key, { ...form, route, who })
    }
  }
}

/** A form as somebody sends it, without going where its answer leads. */
export function posted(
  client: ApiClient,
  who: Officer | null,
  path: string,
  fields: Record<string, string> = {}
) {
  const form = client.post(path).redirects(0).form(fields)
  return who ? form.loginAs(who).withCsrfToken() : form
}

export function opened(client: ApiClient, who: Officer | null, path: string) {
  const page = client.get(path).redirects(0)
  return who ? page.loginAs(who) : page
}

/** The name of the route behind an address. @throws when there is none */
export function routeOf(path: string, method: string) {
  const found = router.match(path.split('?')[0]!, method, false)
  if (!found) throw new Error(`nothing behind ${method} ${path}`)
  return found.route.name ?? found.route.pattern
}

/** Something that each field takes, where the form itself holds nothing. */
export const GOOD: Record<string, string> = {
  // A mark is of words that stand in the answer: none is good with every answer.
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].flatMap((n) => [
      [`sendBack-quote-${n}`, ''],
      [`sendBack-remark-${n}`, ''],
    ])
  ),
  'nationalId': '12345678950',
  'phone': '0500 012 34 56',
  'ownPhone': '0500 012 34 55',
  'email': 'ali@ornek.example',
  'document_number': '2026/41',
  'document_date': inDays(0),
  'sent_on': inDays(0),
  'answered_on': inDays(0),
  'login': 'masa',
  'firstDay': '2026-12-15',
  'lastDay': '2026-12-16',
  'extend-until': onAWeekday(15),
  'askUnit-day': onAWeekday(5),
  'contact-next': onAWeekday(5),
  'next': onAWeekday(5),
  'at': '14.30',
  'askFee-amount': '12,50',
  'askFee-toldOn': inDays(0),
  'payFee-paidOn': inDays(0),
  'days': '7',
  'day6': '10.00–12.00',
  'day7': '10.00–12.00',
  'sender': 'EDREMITKYM',
  'birthYear': '1961',
  'arrivedOn': inDays(0),
  'writtenOn': inDays(0),
  'registeredOn': inDays(0),
  'paperNumber': 'E-2026/41',
  'representativeId': '12345678950',
  'representativePhone': '0500 012 34 57',
  'signatures': '12',
  'readBack': '1',
  'standsIn': '',
  'quietFrom': '21.00',
  'quietUntil': '08.00',
  'dutyPhone': '0266 000 00 00',
  'day': inDays(3),
  'promiseDay': inDays(30),
  'directiveDay': inDays(5),
  'begins': '9.30',
  'host': 'acikkapi.edremit.example',
  'password': DEMO_PASSWORD,
  'currentPassword': DEMO_PASSWORD,
  'newPassword': 'kestane dalda üç gün bekler',
  'againPassword': 'kestane dalda üç gün bekler',
}

/** A rule that no other one is in the way of. */
const RULE = {
  ...{ about: 's:tapu.kadastro', where: '', kind: '', urgency: '' },
  ...{ unit: 'TAR', position: '1' },
}

/** What one form wants otherwise than its page shows it: boxes that cannot all be ticked. */
const GOOD_AT: Record<string, Record<string, string>> = {
  'officers.store': { ...post('AKB', 'bureauOfficer'), userName: 'yeni.gorevli' },
  'officers.update': post('CSB', 'unitHead'),
  'directives.store': { to: '' },
  // What is typed counts before what is chosen of the list.
  'merges.store': { number: '' },
  'substitutions.store': { absent: 'tapu', substitute: 'tarim' },
  'own_substitutions.store': { substitute: 'tarim' },
  'subjects.store': { sensitive: '' },
  'subjects.update': { sensitive: '' },
  'contact_plans.store': { day: onAWeekday(5) },
  'contact_plans.update': { day: onAWeekday(6) },
  'ways_on.store': { choice: 'letter' },
  'forwarding_dispatches.store': { sent_by: 'post' },
  'forwarding_answers.store': { ending: 'answered' },
  'deliveries.store': { day: inDays(0) },
  'posted_letters.update': { day: inDays(0) },
  'letter_arrivals.store': { day: inDays(0) },
  'letter_returns.store': { day: inDays(0), next: 'counter', fault: 'moved' },
  'neighbourhoods.update': { name: 'Yeni mahalle' },
  'routing_rules.store': RULE,
  'routing_rules.update': RULE,
  'outage_forms.update': { phone: '0500 012 34 56', close: '' },
  'appointment_notes.store': { complained: '' },
  // Otherwise it is asked once more: of what comes of it, as that whoever writes it loses it.
  'amendments.update': { subject: '', complained: '' },
  'namings.update': { complainedOfficer: 'nobody' },
  'addresses.update': { host: 'acikkapi.edremit.example' },
}

function post(code: string, held: string) {
  const boxes = ROLES.map((role) => [`role-${role}`, role === held ? '1' : ''])
  return { unit: code, ...(Object.fromEntries(boxes) as Record<string, string>) }
}

/** The form as somebody would send it who filled it in. */
export function filled({ action, route, fields }: FoundForm, known: Record<string, string>) {
  const here = GOOD_AT[route] ?? {}
  const good = (name: string) => known[`${action} ${name}`] ?? known[name] ?? 'Deneme'
  return Object.fromEntries(
    fields.map(({ name, value }) => [name, here[name] ?? (value || good(name))])
  )
}

/** Sends the form, lets somebody look, and takes back what it did, limits included. */
export async function sent<T>(
  client: ApiClient,
  form: FoundForm,
  fields: Record<string, string>,
  look: () => Promise<T>
) {
  const undo = await inOneTransaction()
  const remember = asBefore()
  try {
    const answer = await posted(client, form.who, form.action, fields)
    return { status: answer.status(), page: answer.text(), seen: await look() }
  } finally {
    await undo()
    // What was reckoned in it is gone with it.
    Reckoning.forget()
    if (form.action.startsWith('/yonetim/')) remember()
  }
}
