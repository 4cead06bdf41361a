import type { Typed } from '#shared/typed/typed'
import { isVisible } from '#shared/typed/typed_text'
import type { Noted } from '../models/answer_check.ts'
import type { Finding } from './finding.ts'
import { findingKey } from './finding_key.ts'
import { ChecksOpen, fieldOf } from './open.ts'

/** So long a reason may be. */
const LONGEST = 1000

/**
 * Why an answer goes on in spite of what was found. A reason counts for what was shown when it was
 * written: a text that changed since is looked at anew.
 *
 * @param own the form's fields with the reasons
 * @param found what the form's page says it has shown
 * @throws ChecksOpen for what has no reason
 */
export function reasonedOn(findings: readonly Finding[], own: Typed, found = ''): Noted[] {
  const reasons = own.read((form) =>
    findings.map((one) => form.multiline(fieldOf(one), { max: LONGEST }))
  )
  const marks = new Set(found.split(' '))
  const open = findings.filter((one, at) => !isVisible(reasons[at]) || !marks.has(findingKey(one)))
  if (open.length > 0) throw new ChecksOpen(findings, open)
  return findings.map(({ sort, places }, at) => ({ sort, places, reason: reasons[at]! }))
}
