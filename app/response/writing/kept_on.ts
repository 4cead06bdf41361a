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
import { keepSitting } from './keep.ts'
import { continued, markOf } from './page_mark.ts'

const PARTS = ['draft', 'correct'] as const
const FIELDS = ['outcome', 'ground', 'text', 'reason', 'remedy', ...REASON_FIELDS]

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
  const mark = markOf(typed)
  if (!petition || !part || !mark || !petition.mayDo(part, officer)) return notFound(ctx)
  const begunFrom = versionSeen(typed)
  const words = { ...fieldsOf(typed, part) }
  const after = continued(typed)
  const charge = await Charge.of(petition)
  const isTheirs = petition.allows(part, officer, charge)
  // What somebody still writes where another unit has it by now is not that unit's to read.
  const unitId = (isTheirs ? null : officer.atUnit) ?? charge.unit.id
  const sent = { petition, unitId, officer, mark, after, part, begunFrom, words }
  const isKept = await keepSitting(sent)
  const values = { at: timeOfDay(DateTime.utc(), i18n.locale) }
  if (!isKept) return { became: 'late', values }
  if (!isTheirs) return { became: 'over', values }
  const by = await savedByOther(petition, officer, begunFrom)
  return by ? { became: 'changed', values: { ...values, officer: by } } : { became: 'kept', values }
}

function fieldsOf(typed: Typed, part: (typeof PARTS)[number]): Words {
  const names = FIELDS.map((field) => nameOf(part, field)).filter((name) => typed.has(name))
  return Object.fromEntries(names.map((name) => [name, typed.text(name)]))
}

/** `seen` says the newest step and the answer's version (card/news.ts). */
function versionSeen(typed: Typed) {
  const [, version] = /^\d{1,9}\.(\d{1,9})$/.exec(typed.text('seen')) ?? []
  return Number(version ?? 0)
}

/** Who has saved another text since, if it was another officer. */
async function savedByOther(petition: Petition, officer: Officer, begunFrom: number) {
  const newest = Charge.rowsOf(Answer.query(), petition).orderBy('id', 'desc')
  const answer = await newest.select('version', 'drafted_by').first()
  if (!answer || answer.version <= begunFrom || answer.draftedBy === officer.id) return null
  return (await Officer.find(answer.draftedBy))?.name ?? '–'
}
