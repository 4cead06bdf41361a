import { oneLine } from '#shared/typed/typed_text'
import type { Form } from '#shared/typed/typed'
import type { Facts } from '../changes/change_log.ts'
import { LONGEST } from '../longest.ts'
import type { Heading, Subject } from '../models/subject.ts'
import type { Unit } from '../models/unit.ts'

/** What a subject can be given: all of the authority, and the kinds that petitions have. */
interface Choices {
  headings: readonly Heading[]
  units: readonly Unit[]
  kinds: readonly string[]
}

const { subjects: MAX } = LONGEST

/** Everything of a subject that is typed; headings go by their id, units by their code. */
export function readSubject(form: Form, { headings, units, kinds }: Choices) {
  const name = form.line('name', { max: MAX.name, required: true })
  const nameEn = form.line('nameEn', { max: MAX.name_en })
  const heading = headings.find(({ id }) => String(id) === form.text('heading'))
  if (!heading) form.wrong('heading', 'choice')
  else if (heading.closedOn) form.wrong('heading', 'closed')
  const unit = units.find(({ code }) => code === form.text('unit'))
  if (!unit && form.text('unit')) form.wrong('unit', 'choice')
  if (unit?.closedOn) form.wrong('unit', 'closed', { unit: unit.name })
  const kind = form.choice('kind', kinds, { required: true })
  const keywords = keywordsIn(form)
  const [sensitive, joinable] = [form.ticks('sensitive'), form.ticks('joinable')]
  if (sensitive && joinable) form.wrong('joinable', 'sensitive')
  return {
    ...{ name, nameEn, kind, keywords },
    notice: form.line('notice', { max: MAX.notice }),
    noticeEn: form.line('noticeEn', { max: MAX.notice }),
    headingId: heading?.id ?? 0,
    unitId: unit?.id ?? null,
    ...{ sensitive, joinable },
  }
}

/** As the list of changes shows it. */
export function subjectFacts(subject: Subject, { headings, units }: Omit<Choices, 'kinds'>): Facts {
  const { name, nameEn, kind, headingId, unitId, keywords, notice, noticeEn } = subject
  return {
    ...{ name, nameEn },
    heading: headings.find(({ id }) => id === headingId)?.name ?? null,
    unit: units.find(({ id }) => id === unitId)?.name ?? null,
    kind,
    sensitive: subject.sensitive ? 'yes' : 'no',
    joinable: subject.joinable ? 'yes' : 'no',
    keywords: keywords?.replaceAll('|', ', ') ?? null,
    notice,
    noticeEn,
  }
}

/** Typed in lines or with commas, kept with "|" between them. */
function keywordsIn(form: Form) {
  const typed = form.text('keywords').split(/[,|\n]/)
  const phrases = [...new Set(typed.map(oneLine).filter(Boolean))].join('|')
  if (phrases.length > MAX.keywords) form.wrong('keywords', 'maxLength', { max: MAX.keywords })
  return phrases || null
}
