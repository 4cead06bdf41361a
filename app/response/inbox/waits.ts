import { FeeNotice, ownHand, UNIT_STAGES, UnitQuestion } from '#intake'
import type { Officer } from '#organisation'
import type { Hands } from './hands.ts'

/** For whom a petition of a unit waits: for the reader, an officer of the unit, its head, or others. */
export type Waits = 'me' | 'officer' | 'head' | 'petitioner' | 'units' | 'fee'

interface Line extends Hands {
  id: number
  stage: string
  kind: string
}

/** Of these lines which wait for a unit that was asked, and which for a fee. */
export async function waitingOf(lines: readonly Line[]) {
  const atUnit = lines.filter(({ stage }) => UNIT_STAGES.some((one) => one === stage))
  const asked = atUnit.filter(({ kind }) => kind === 'informationRequest')
  const [units, fee] = await Promise.all([
    UnitQuestion.waitedFor(atUnit.map(({ id }) => id)),
    FeeNotice.waitedFor(asked.map(({ id }) => id)),
  ])
  return { units, fee }
}

type Waiting = Awaited<ReturnType<typeof waitingOf>>

/** The most that keeps it from being answered is said. */
export function waitsFor(line: Line, officer: Officer, { units, fee }: Waiting): Waits {
  if (line.stage === 'awaitingApproval') return officer.can('answer.approve') ? 'me' : 'head'
  if (line.stage === 'awaitingPetitioner') return 'petitioner'
  if (fee.has(line.id)) return 'fee'
  if (units.has(line.id)) return 'units'
  const own = ownHand(officer)
  const isMine = !line.assigneeId || line.assigneeId === own || line.partnerId === own
  return isMine ? 'me' : 'officer'
}
