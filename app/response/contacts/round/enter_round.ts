import { Petition, PetitionChanged } from '#intake'
import type { Officer } from '#organisation'
import { Refusal, type Reason } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { Contact } from '../../models/contact.ts'
import { ContactPlan } from '../../models/contact_plan.ts'
import { linesTyped, type LineTyped } from './lines_typed.ts'

/** Fields that a line of the form has. */
const FIELDS = ['result', 'note', 'next']

/**
 * What came of a day's visits, line by line: each that is complete is written down, also beside one that
 * is not. A line that this officer has sent before is done already.
 *
 * @returns how many
 * @throws Refusal for those that were not written down, by their lines
 */
export async function enterRound(officer: Officer, typed: Typed) {
  const lines = linesTyped(typed)
  const wrong: Reason[] = []
  for (const line of lines) wrong.push(...(await enter(officer, line)))
  if (wrong.length > 0) throw new Refusal(...wrong)
  return lines.length
}

async function enter(officer: Officer, { id, words }: LineTyped): Promise<Reason[]> {
  const line = (rule: string) => [{ field: `result-${id}`, rule }]
  const own = { id, unit_id: officer.atUnit ?? 0, way: 'visit' }
  const visit = await ContactPlan.query().where(own).first()
  const petition = visit && (await Petition.seenBy(officer, [visit.petitionId]).first())
  if (!visit || !petition) return line('gone')
  if (visit.state !== 'open') return visit.endedBy === officer.id ? [] : line('gone')
  if (!visit.isDue) return line('ahead')
  try {
    await Contact.make(petition, officer, { ...words, way: 'visit' }, visit)
    return []
  } catch (error) {
    if (error instanceof PetitionChanged) return line('changed')
    if (!(error instanceof Refusal)) throw error
    return error.reasons.flatMap(({ field, ...why }) =>
      FIELDS.includes(field) ? [{ ...why, field: `${field}-${id}` }] : line('over')
    )
  }
}
