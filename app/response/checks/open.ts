import { Refusal } from '#shared/typed/problems'
import type { Finding } from './finding.ts'
import { marksOf } from './marks.ts'

/** The field in which an officer says why an answer goes on in spite of a finding. */
export function fieldOf({ sort }: Pick<Finding, 'sort'>) {
  return `why_${sort}`
}

/** As the page beside the draft shows them. */
export function shown(findings: readonly Finding[]) {
  return { findings, found: marksOf(findings) }
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
