import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { Charge, Petition } from '#intake'
import { Officer } from '#organisation'
import { timeOfDay } from '#shared/dates/turkish_date'
import { notFound } from '#shared/not_found'
import { Typed, type Words } from '#shared/typed/typed'
import { nameOf } from '../card/typed.ts'
import { REASON_FIELDS } from '../checks/open.ts'
import { Answer } from '../models/answer.ts'
import { AnswerReplacement } from '../models/answer_replacement.ts'
import { DraftSitting } from '../models/draft_sitting.ts'
import { keepSitting } from './keep.ts'
import { continued, keptByButton, markOf } from './page_mark.ts'

const PARTS = ['draft', 'correct', 'replaceAnswer'] as const
type Part = (typeof PARTS)[number]
const WORDS = ['outcome', 'ground', 'text', 'reason', 'remedy', 'because']
const FIELDS = [...WORDS, ...REASON_FIELDS]
/** Whoever presses a button again after that presses it anew. */
const TWICE = { minutes: 1 }

/**
 * Keeps what an officer writes on a card, by the answer's version that the card showed; also where the
 * answer is not theirs to write any more, since words are words. Nothing of the petition comes back.
 *
 * @returns which sentence says what became of it
 */
export async function keptOn(ctx: HttpContext) {
  const { officer, params, i18n } = ctx
  const typed = Typed.from(ctx)
  const petition = await Petition.findFor(officer, params.number)
  const part = typed.oneOf('part', PARTS)
  const sent = isByButton(typed)
    ? keptByButton(typed)
    : { mark: markOf(typed), after: continued(typed) }
  const { mark, after } = sent
  if (!petition || !part || !mark || !petition.mayDo(part, officer)) return notFound(ctx)
  const begunFrom = versionSeen(typed)
  const words = { ...fieldsOf(typed, part) }
  const charge = await Charge.of(petition)
  const isTheirs = petition.allows(part, officer, charge)
  // What somebody still writes where another unit has it by now is not that unit's to read.
  const unitId = (isTheirs ? null : officer.atUnit) ?? charge.unit.id
  const isThere = isByButton(typed) && (await standsThere({ petition, officer }, part, words))
  const isKept =
    isThere ||
    (await keepSitting({ petition, unitId, officer, mark, after, part, begunFrom, words }))
  const values = { at: timeOfDay(DateTime.utc(), i18n.locale) }
  if (!isKept) return { became: 'late', values }
  if (!isTheirs) return { became: 'over', values }
  const by = await savedByOther(petition, officer, { part, begunFrom })
  return by ? { became: 'changed', values: { ...values, officer: by } } : { became: 'kept', values }
}

/** Whether the page's button was pressed, as where there is no script. */
export function isByButton(typed: Typed) {
  return typed.text('intent') === 'save'
}

/** The button was pressed twice: these words were kept a moment ago. */
async function standsThere(
  whose: { petition: Petition; officer: Officer },
  part: Part,
  words: Words
) {
  const same = JSON.stringify(words)
  const since = DateTime.utc().minus(TWICE)
  const open = await DraftSitting.openOf(whose)
  return open.some(
    (one) => one.part === part && one.keptAt > since && JSON.stringify(one.typed) === same
  )
}

function fieldsOf(typed: Typed, part: Part): Words {
  const names = FIELDS.map((field) => nameOf(part, field)).filter((name) => typed.has(name))
  return Object.fromEntries(names.map((name) => [name, typed.text(name)]))
}

/** `seen` says the newest step and the answer's version (card/news.ts). */
function versionSeen(typed: Typed) {
  const [, version] = /^\d{1,9}\.(\d{1,9})$/.exec(typed.text('seen')) ?? []
  return Number(version ?? 0)
}

/** Who has saved another text since, if it was another officer. */
async function savedByOther(petition: Petition, officer: Officer, begun: Begun) {
  const last = await (begun.part === 'replaceAnswer' ? lastReplacement : lastAnswer)(petition)
  if (!last || last.version <= begun.begunFrom || last.by === officer.id) return null
  return (await Officer.find(last.by))?.name ?? '–'
}

interface Begun {
  part: Part
  begunFrom: number
}

async function lastReplacement(petition: Petition) {
  const last = await AnswerReplacement.of(petition).first()
  return last && { version: last.id, by: last.writtenBy }
}

async function lastAnswer(petition: Petition) {
  const newest = Charge.rowsOf(Answer.query(), petition).orderBy('id', 'desc')
  const answer = await newest.select('version', 'drafted_by').first()
  return answer && { version: answer.version, by: answer.draftedBy }
}
