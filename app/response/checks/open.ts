import { Refusal } from '#shared/typed/problems'
import type { Finding, Sort } from './finding.ts'
import { findingKeys } from './finding_key.ts'

/** The fields in which an officer says why an answer goes on in spite of a finding. */
const FIELDS: Record<Sort, string> = {
  asked: 'why_asked',
  grounds: 'why_grounds',
  numbers: 'why_numbers',
  names: 'why_names',
  sentences: 'why_sentences',
  official: 'why_official',
  alike: 'why_alike',
  promises: 'why_promises',
  blanks: 'why_blanks',
}

export const REASON_FIELDS = Object.values(FIELDS)

export function fieldOf({ sort }: Pick<Finding, 'sort'>) {
  return FIELDS[sort]
}

/** As the page beside the draft shows them. */
export function shown(findings: readonly Finding[]) {
  return { findings, found: findingKeys(findings) }
}

/** The checks found something that is neither mended nor sent on with a reason. */
export class ChecksOpen extends Refusal {
  constructor(
    readonly findings: readonly Finding[],
    open: readonly Finding[]
  ) {
    super(...open.map((one) => ({ field: fieldOf(one), rule: 'found' })))
  }

  get page() {
    return shown(this.findings)
  }
}
