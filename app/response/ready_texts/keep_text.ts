import { DateTime } from 'luxon'
import { administer, Catalogue, succeed, type Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { MOST_READY_TEXTS, ReadyText } from '../models/ready_text.ts'
import { wrongWithPlaces } from './placeholders.ts'

const LONGEST = { title: 100, text: 4000 }
/** Of a text so much stands in the log of changes; the whole of it stands in its rows. */
const NOTED = 300

/** A ready text is written, or says something else from now on. @throws Refusal, Overtaken */
export async function keepText(typed: Typed, seen: Seen, officer: Officer) {
  const catalogue = await Catalogue.of(officer.authorityId)
  const said = typed.read((form) => {
    const title = form.line('title', { max: LONGEST.title, required: true })
    const code = form.text('subject')
    const subject = code ? catalogue.subjectByCode(code) : null
    if (code && !subject) form.wrong('subject', 'choice')
    const text = form.multiline('text', { max: LONGEST.text, required: true })
    const textEn = form.multiline('textEn', { max: LONGEST.text })
    form.add(wrongWithPlaces('text', text), wrongWithPlaces('textEn', textEn))
    return { title, subjectId: subject?.id ?? null, text, textEn, isOn: form.ticks('isOn') }
  })
  if (!seen.rule) await demandRoom(officer)
  const row = { ...said, writtenBy: officer.id, enteredAt: DateTime.utc() }
  return administer((trx) => succeed(textsOf(catalogue), row, seen, officer, trx))
}

/** The row that a form showed, with its version; none: a new one. */
interface Seen {
  rule: ReadyText | null
  version: number
}

async function demandRoom({ authorityId }: Officer) {
  const all = await ReadyText.at(authorityId)
  if (all.length < MOST_READY_TEXTS) return
  throw new Refusal({ field: 'title', rule: 'full', values: { most: MOST_READY_TEXTS } })
}

function textsOf(catalogue: Catalogue) {
  return {
    model: ReadyText,
    thing: 'readyText' as const,
    nameOf: ({ title }: ReadyText) => title,
    factsOf: ({ title, subjectId, text, textEn, isOn }: ReadyText) => ({
      ...{ name: title, subject: catalogue.subject(subjectId)?.name ?? null },
      ...{ text: text.slice(0, NOTED), textEn: textEn?.slice(0, NOTED) ?? null },
      isOn: isOn ? 'yes' : 'no',
    }),
  }
}
