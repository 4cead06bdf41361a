import { today } from '#shared/dates/turkish_date'
import { refuseFor, type Reason } from '#shared/typed/problems'
import { administer, writeUnchanged } from '../changes/amend.ts'
import { LONGEST } from '../longest.ts'
import type { Officer } from '../models/officer.ts'
import { Subject } from '../models/subject.ts'
import { noteSubject } from './keep_subject.ts'

/**
 * Two subjects become one: this one is closed, its keywords go to the other, and from then on figures
 * count them together. Petitions keep pointing at what they were; reopening undoes it.
 *
 * @param typed code of the other
 * @throws Refusal, Overtaken
 */
export function mergeSubject(id: number, typed: string, seen: number, officer: Officer) {
  return administer(async (trx) => {
    const subject = await Subject.findOrFail(id, { client: trx })
    // Told apart here: what somebody typed may have letters that MariaDB compares with no code.
    const own = await Subject.query({ client: trx }).where('authority_id', subject.authorityId)
    const other = own.find(({ code }) => code === typed) ?? null
    refuseFor(unmergeable(subject, other))
    const into = other!

    subject.merge({ closedOn: today(), mergedIntoId: into.id })
    await writeUnchanged(subject, seen, trx)
    const fields = [{ field: 'into', was: null, is: into.name }]
    await noteSubject(subject, { sort: 'merged', fields }, officer, trx)

    const keywords = together(into, subject)
    if (keywords === into.keywords) return subject
    const taken = [{ field: 'keywords', was: shown(into.keywords), is: shown(keywords) }]
    into.keywords = keywords
    await writeUnchanged(into, into.version, trx)
    await noteSubject(into, { sort: 'amended', fields: taken }, officer, trx)
    return subject
  })
}

/** Whether this one can go on as the other: what is sensitive is not taken for ordinary by and by. */
function unmergeable(subject: Subject, into: Subject | null): Reason | null {
  if (subject.closedOn) return { field: 'into', rule: 'closed' }
  if (!into || into.closedOn) return { field: 'into', rule: 'choice' }
  if (into.id === subject.id) return { field: 'into', rule: 'itself' }
  return subject.sensitive && !into.sensitive ? { field: 'into', rule: 'sensitive' } : null
}

/** As many as there is room for. */
function together(into: Subject, subject: Subject) {
  const phrases = [into, subject].flatMap(({ keywords }) => keywords?.split('|') ?? [])
  const kept: string[] = []
  for (const phrase of new Set(phrases)) {
    if ([...kept, phrase].join('|').length <= LONGEST.subjects.keywords) kept.push(phrase)
  }
  return kept.join('|') || null
}

function shown(keywords: string | null) {
  return keywords?.replaceAll('|', ', ') ?? null
}
