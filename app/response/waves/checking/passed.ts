import type { Officer } from '#organisation'
import type { Typed } from '#shared/typed/typed'
import { reasonedOn } from '../../checks/reasons.ts'
import { findingsIn } from '../../checks/run.ts'
import { demandComplete, type Draft } from '../../draft.ts'
import type { Wave } from '../../models/wave.ts'
import { asExample } from '../answering/filled.ts'
import { factsFor } from './facts.ts'

/**
 * Looks at the one answer to a wave before its head does, by the same checks as any answer.
 *
 * @returns what the head is to see beside it
 * @throws Refusal for what is missing; ChecksOpen for what is found
 */
export async function checkedForWave(wave: Wave, draft: Draft, officer: Officer, typed: Typed) {
  const said = asExample(draft)
  demandComplete(said)
  const findings = findingsIn(said, await factsFor(wave, said, officer))
  return reasonedOn(findings, typed, typed.text('found'))
}
