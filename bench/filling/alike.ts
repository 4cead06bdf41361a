import db from '@adonisjs/lucid/services/db'
import { Petition } from '#intake'
import { Catalogue, type Subject } from '#organisation'
import { PhoneNumber } from '#shared/typed/phone_number'

const DIGITS = `(${Array.from({ length: 10 }, (_, at) => `select ${at} as n`).join(' union all ')})`
/** 0 to 99,999, which either database makes of tens. */
const NUMBERS = `(select ${[1, 10, 100, 1_000, 10_000].map((one, at) => `d${at}.n * ${one}`).join(' + ')} as n
  from ${Array.from({ length: 5 }, (_, at) => `${DIGITS} d${at}`).join(' cross join ')})`
/** What people write of, as it is kept: cut, folded. */
const WORDS = [
  ...['lamba', 'yaniy', 'karan', 'direk', 'cukur', 'asfal', 'lasti', 'kaldi', 'kopek', 'cocuk'],
  ...['salir', 'copek', 'konte', 'tasiy', 'kokuy', 'sinek', 'otobu', 'sefer', 'durak', 'kasis'],
]
export const LAMPS = 'Akçay’da lambalar yanmıyor, direk karanlık, çocuklar korkuyor.'
/** The newest of them stand in one cell, as after a night of storm. */
const STORM = 500

/**
 * So many petitions of one authority on public subjects, each with its row of words: whatever is there
 * already, or copies of one. The bench asks among them what was told before.
 */
export async function fillAlike(authorityId: number, count: number) {
  const { subjects, places } = await Catalogue.of(authorityId)
  await db.from('subjects').where('authority_id', authorityId).update({ joinable: true })
  await db.from('subjects').where('authority_id', authorityId).update({ sensitive: false })
  Catalogue.forget()
  const [{ there }] = await db.from('petitions').count('* as there')
  if (Number(there) < count) await copies(authorityId, count, subjects[0]!, places[0]!)
  await db.from('petition_terms').delete()
  const folded = places.map((place) => `'${plain(place)}'`)
  const words = WORDS.map((word) => `'${word}'`)
  const pick = (list: string[], by: string) =>
    `case (${by}) % ${list.length} ${list.map((one, at) => `when ${at} then ${one}`).join(' ')} end`
  const three = [1, 3, 7].map((by) => pick(words, `petitions.id * ${by} + petitions.id / 11`))
  const joined = (parts: string[]) =>
    db.connection().dialect.name === 'mysql'
      ? `concat_ws(' ', ${parts.join(', ')})`
      : parts.join(" || ' ' || ")
  await db.rawQuery(
    `insert into petition_terms (petition_id, authority_id, subject_id, place, terms, received_at)
     select id, authority_id, coalesce(subject_id, ?), ${pick(folded, 'petitions.id')}, ${joined(three)},
       received_at from petitions where authority_id = ?`,
    [subjects[0]!.id, authorityId]
  )
  await storm(authorityId, subjects[0]!, plain(places[0]!))
}

/** The newest all tell of the lamps of one place, and may be joined. */
async function storm(authorityId: number, subject: Subject, place: string) {
  const rows = await db.from('petition_terms').orderBy('petition_id', 'desc').limit(STORM)
  const ids = rows.map(({ petition_id: id }) => id as number)
  const now = new Date().toISOString().slice(0, 19).replace('T', ' ')
  const open = { stage: 'received', kind: 'request', circle: 'house', complained_unit_id: null }
  const about = { subject_id: subject.id, joined: 1, received_at: now, urgency: 'ordinary' }
  await db
    .from('petitions')
    .whereIn('id', ids)
    .where('authority_id', authorityId)
    .update({ ...open, ...about })
  const terms = { subject_id: subject.id, place, terms: 'lamba yaniy direk karan cocuk korku' }
  await db.from('petition_terms').whereIn('petition_id', ids).update(terms)
}

async function copies(authorityId: number, count: number, subject: Subject, place: string) {
  const { petition } = await Petition.receive({
    ...{
      authorityId,
      channel: 'web',
      kind: 'request',
      text: LAMPS,
      locale: 'tr',
      noticeVersion: 1,
    },
    ...{ subject, complainedUnit: null, place, name: 'Ayşe Deneme', nationalId: null },
    ...{
      phone: PhoneNumber.parse('0500 012 34 56'),
      declinesTexts: false,
      email: null,
      address: null,
    },
  })
  const columns = [
    ...['authority_id', 'secret_digest', 'kind', 'channel', 'stage', 'unit_id', 'unit_since'],
    ...['text', 'place', 'locale', 'received_at', 'due_on', 'promise_reckoning_id'],
    ...['legal_due_on', 'legal_reckoning_id', 'notice_version', 'position', 'returns', 'version'],
  ].join(', ')
  const { subjects } = await Catalogue.of(authorityId)
  const of = `case n % ${subjects.length} ${subjects.map(({ id }, at) => `when ${at} then ${id}`).join(' ')} end`
  await db.rawQuery(
    `insert into petitions (number, subject_id, ${columns})
     select n + 9000000000, ${of}, ${columns} from petitions, ${NUMBERS} as numbers
     where petitions.id = ? and n < ?`,
    [petition.id, count]
  )
  await db.rawQuery(
    `insert into petitioners (petition_id, declines_texts, phone_index)
     select id, false, number from petitions where id > ?`,
    [petition.id]
  )
}

function plain(place: string) {
  return place.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i')
}
