import { Catalogue, failuresCounted, neighbourhood, TooManyTries } from '#organisation'
import { Petition } from './models/petition.ts'
import type { PetitionNumber } from './petition_number.ts'
import type { Secret } from './secret.ts'
import { moves, PUBLIC_STAGE, type PublicStage, type Stage } from './stages.ts'

/** Failed tries from one address, and at one number, before both have to wait. */
const ADDRESS = { requests: 20, duration: '15 mins', blockDuration: '15 mins' }
const NUMBER = { requests: 10, duration: '15 mins', blockDuration: '15 mins' }

/**
 * Opens a petition by number and secret. Only a failed try is written down.
 *
 * @returns the petition; 'unknown' (wrong secret and unknown number alike); 'tooMany'
 */
export async function lookUp(number: PetitionNumber, secret: Secret, ip: string) {
  const limits = [
    { ...ADDRESS, key: `look-up:from:${neighbourhood(ip)}` },
    { ...NUMBER, key: `look-up:of:${number.digits}` },
  ]
  try {
    return (await failuresCounted(limits, () => Petition.open(number, secret))) ?? 'unknown'
  } catch (error) {
    if (error instanceof TooManyTries) return 'tooMany'
    throw error
  }
}

const LINE: PublicStage[] = ['received', 'atUnit', 'answering', 'concluded']

/** What the citizen reads of a petition: the four plain steps, who has it, until when, the result. */
export async function resultOf(petition: Petition, locale: string) {
  const catalogue = await Catalogue.current()
  const steps = await petition.related('steps').query()
  const now = LINE.indexOf(petition.publicStage)
  const reached = (stage: PublicStage) =>
    steps.find(({ kind, stage: at }) => moves(kind) && PUBLIC_STAGE[at as Stage] === stage)
  const last = steps.find((step) => step.outcome !== null)

  return {
    number: petition.number,
    receivedAt: petition.receivedAt,
    text: petition.text,
    line: LINE.map((key, position) => ({
      key,
      state: position < now ? 'done' : position === now ? 'current' : 'ahead',
      on: position <= now ? (reached(key)?.takenAt ?? null) : null,
    })),
    stage: petition.stage,
    unit: catalogue.unit(petition.unitId).name,
    since: petition.unitSince,
    dueOn: petition.dueOn,
    dueReason: catalogue.reasonFor(petition.dueRuleId, petition.receivedAt, locale),
    overdue: petition.isOverdue,
    legalDueOn: petition.legalDueOn,
    legalReason: catalogue.reasonFor(petition.legalRuleId, petition.receivedAt, locale),
    withdrawn: petition.stage === 'withdrawn',
    conclusion:
      petition.outcome && last
        ? {
            outcome: petition.outcome,
            text: last.publicText,
            on: last.takenAt,
            unit: last.sender(catalogue).name,
          }
        : null,
  }
}
