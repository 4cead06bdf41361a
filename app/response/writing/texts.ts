import type { DateTime } from 'luxon'
import { Typed } from '#shared/typed/typed'
import { newest } from '#shared/database/newest'
import type { Petition } from '#intake'
import { draftIn, nameOf } from '../card/typed.ts'
import type { Draft } from '../draft.ts'
import { asKept } from '../kept_draft.ts'
import type { Answer } from '../models/answer.ts'
import { DraftSitting } from '../models/draft_sitting.ts'

/** One wording of an answer: as it stands, as somebody left it, or as somebody writes it just now. */
export interface Text {
  /** by which an address names it */
  key: string
  sort: 'now' | 'version' | 'unsaved' | 'replacement'
  id: number
  officerId: number | null
  at: DateTime
  words: Draft
}

const MOST_UNSAVED = 20

/**
 * The wordings of an answer, the one that stands first, then what is not saved, then earlier ones; and
 * where still earlier ones begin.
 *
 * @param unsaved whether those are shown that are not saved, of all who write for the unit in charge
 */
export async function textsOf(
  petition: Petition,
  answer: Answer | null,
  before: string,
  unsaved: boolean
) {
  const versions = answer?.related('versions').query()
  const { rows, older } = versions ? await newest(versions, 'version', before) : NONE
  const sittings = unsaved ? await sittingsOf(petition) : []
  const texts = [
    ...(answer ? [nowOf(answer)] : []),
    ...sittings.map((one) => unsavedOf(one, petition)),
    ...rows.map((one) => ({
      ...{ key: `m${one.version}`, sort: 'version' as const, id: one.id },
      ...{ officerId: one.officerId, at: one.writtenAt, words: one as Draft },
    })),
  ]
  return { texts: texts as Text[], older }
}

const NONE = { rows: [], older: null }

function sittingsOf({ id, unitId }: Petition) {
  const open = DraftSitting.query().where({ petition_id: id, unit_id: unitId })
  return open.whereNull('closed_at').orderBy('kept_at', 'desc').limit(MOST_UNSAVED)
}

function nowOf(answer: Answer): Text {
  const { id, draftedBy: officerId, draftedAt: at } = answer
  return { key: 'simdi', sort: 'now', id, officerId, at, words: answer }
}

function unsavedOf(one: DraftSitting, petition: Petition): Text {
  const { id, officerId, keptAt: at, typed, part } = one
  const written = draftIn(new Typed(typed).part(nameOf(part as 'draft', '')))
  const words = asKept(written, petition)
  return { key: `t${id}`, sort: 'unsaved', id, officerId, at, words }
}
