import { placeIn, type Catalogue, type Subject } from '#organisation'
import { folded } from '#shared/folded_text'
import type { PetitionDetails } from '../receiving/details.ts'
import type { Danger } from '../urgency/level.ts'
import { readUrgency } from '../urgency/reading.ts'
import { termsOf } from './words/terms.ts'

/** What can be told together: somebody's complaint, thanks and questions are their own. */
export const JOINABLE_KINDS: readonly string[] = ['request', 'suggestion']

/** What is urgent for a whole neighbourhood. Whatever else is urgent is somebody's own. */
const FOR_ALL: readonly string[] = ['water', 'power', 'heat'] satisfies Danger[]

/** What a petition is about, as far as others may join it. */
export interface Topic {
  authorityId: number
  subject: Subject
  /** by its name in the authority's list */
  place: string
  /** the same, folded */
  placeKey: string
  terms: string[]
  /** no water or power: joins only what is looked at as soon */
  isSoon: boolean
}

/** What of it says what it is about. */
type About = Pick<
  PetitionDetails,
  'authorityId' | 'subject' | 'kind' | 'complainedUnit' | 'complainedName' | 'text' | 'place'
>

/** As its column holds. */
const LONGEST_KEY = 60

/**
 * The topic under which what somebody brings can be found and joined; null for nearly all. It asks
 * memory alone: whatever is not on a public subject costs nothing more.
 */
export function topicOf(details: About, catalogue: Catalogue): Topic | null {
  const { subject, kind, complainedUnit, text } = details
  if (
    !subject ||
    !isPublic(subject) ||
    !JOINABLE_KINDS.includes(kind) ||
    complainedUnit ||
    details.complainedName
  ) {
    return null
  }
  const place = placeOf(details, catalogue)
  if (!place) return null
  const { level, danger } = readUrgency(text)
  if ((danger && !FOR_ALL.includes(danger)) || namesUnit(text, catalogue)) return null
  const terms = termsOf(text, place)
  const about = { authorityId: details.authorityId, subject, place, placeKey: keyOf(place), terms }
  return terms.length > 0 ? { ...about, isSoon: level === 'soon' } : null
}

/** Whether the chief opened it to others; what is sensitive never is. */
export function isPublic({ joinable, sensitive, closedOn }: Subject) {
  return joinable && !sensitive && !closedOn
}

/** Only what stands in the list is shown to others: whatever is typed may name somebody. */
function placeOf({ place }: About, { places }: Catalogue) {
  const [first] = place ? placeIn(place, places).split(',') : []
  return first && places.includes(first) ? first : null
}

function keyOf(place: string) {
  return folded(place)
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
    .slice(0, LONGEST_KEY)
}

/** Somebody may say something of a unit without choosing it. */
function namesUnit(text: string, { everyUnit }: Catalogue) {
  const said = folded(text)
  return everyUnit.some(({ name }) => said.includes(folded(name)))
}
