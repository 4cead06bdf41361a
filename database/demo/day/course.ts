import { readExamples, readList } from '#database/tsv'
import { DEMO_PEOPLE } from '../people.ts'

/** The way one example text takes through the house, decided before the day begins. */
export interface Course {
  /** 1, 2, 3 … */
  position: number
  text: string
  subject: string
  /** unit: referred and answered; office: answered by the bureau itself; outside: forwarded */
  way: 'unit' | 'office' | 'outside'
  unit: string
  outcome: string
  /** how many text messages the petitioner must get */
  messages: number
  phone: string
}

const OUTCOMES = ['granted', 'informed', 'refused', 'granted', 'partlyGranted']

/** Training numbers +90 500 0…, one for each petition, so that its messages can be told apart. */
const phoneOf = (position: number) => `05000${String(position).padStart(6, '0')}`

/** Every example text with its course: what must happen is known before it happens. */
export function courses(limit = Number.POSITIVE_INFINITY): Course[] {
  const kinds = new Map(readList<'code' | 'kind'>('units').map(({ code, kind }) => [code, kind]))
  return readExamples()
    .slice(0, limit)
    .map(({ text, unit, subject }, index) => {
      const course = { position: index + 1, text, subject, phone: phoneOf(index + 1) }
      // In a metropolitan province the municipality has the village roads: there is no KHGB.
      if (unit === 'KHGB') return { ...course, ...outside('BEL') }
      if (kinds.get(unit) === 'external') return { ...course, ...outside(unit) }
      // Nobody's business (courts, private debts): the bureau answers, as inadmissible.
      if (!unit) return { ...course, ...office('inadmissible') }
      if (unit === 'AKB') return { ...course, ...office('informed') }
      const outcome = OUTCOMES[index % OUTCOMES.length]!
      return { ...course, way: 'unit' as const, unit, outcome, messages: 3 }
    })
}

const outside = (unit: string) =>
  ({ way: 'outside', unit, outcome: 'forwarded', messages: 2 }) as const
const office = (outcome: string) => ({ way: 'office', unit: 'AKB', outcome, messages: 2 }) as const

/** Who drafts and who decides in a unit; in a small one that is one person. */
export function peopleOf(unit: string) {
  const drafts = DEMO_PEOPLE.find(
    (one) =>
      one.unit === unit &&
      one.roles.some((role) => role === 'unitOfficer' || role === 'bureauOfficer')
  )
  const decides = DEMO_PEOPLE.find(
    (one) =>
      one.unit === unit &&
      one.login !== drafts?.login &&
      one.roles.some((role) => role === 'unitHead' || role === 'bureauChief')
  )
  if (!drafts) throw new Error(`nobody drafts in ${unit}`)
  return { drafts: drafts.login, decides: decides?.login }
}
