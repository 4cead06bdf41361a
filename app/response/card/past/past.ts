import {
  ANSWERING_STAGES,
  hidesPetitioner,
  hidesWords,
  Step,
  type Petition,
  type Stage,
} from '#intake'
import type { Catalogue, Officer } from '#organisation'
import { Referral, type Handover, type Return } from '#routing'
import { newest } from '#shared/database/newest'
import { addressOf } from '#shared/address'
import type { Typed } from '#shared/typed/typed'
import type { Answer } from '../../models/answer.ts'
import { AnswerVersion } from '../../models/answer_version.ts'
import { Contact } from '../../models/contact.ts'
import type { Names } from '../names.ts'
import type { StepsShown } from './steps_shown.ts'

/** By which word an address asks for what stands before the newest of it. */
const OLDER = { steps: 'adim', contacts: 'gorusme', versions: 'metin' } as const

/**
 * What a petition can have many of, so much as stands on a page, newest first; and the addresses of
 * what came before it.
 */
export async function pastOf(petition: Petition, { officer, asked, catalogue, ...around }: Around) {
  const before = (what: keyof typeof OLDER) => asked.text(OLDER[what])
  const units = petition.cameFrom === null ? null : catalogue.unitIds
  const [steps, contacts, versions] = await Promise.all([
    around.steps,
    newest(Contact.readBy(officer, petition, units), 'id', before('contacts')),
    around.answer.then((one) =>
      one ? newest(AnswerVersion.earlierThan(one), 'version', before('versions')) : NOTHING
    ),
  ])
  const href = (what: keyof typeof OLDER, older: number | null) =>
    older &&
    addressOf('cards.show', officer.locale, { number: petition.number }, { [OLDER[what]]: older })
  return {
    ...{ steps: steps.rows, contacts: contacts.rows, versions: versions.rows },
    older: {
      steps: href('steps', steps.older),
      contacts: href('contacts', contacts.older),
      versions: href('versions', versions.older),
    },
  }
}

interface Around {
  officer: Officer
  asked: Typed
  catalogue: Catalogue
  steps: Promise<StepsShown>
  answer: Promise<Answer | null>
}

const NOTHING = { rows: [], older: null }

/** The petition's steps, newest first. */
export function history(steps: Step[], petition: Petition, officer: Officer, names: Names) {
  return steps.map((step) => ({
    position: step.position,
    kind: step.kind,
    at: step.takenAt,
    ...whoTook(step, names),
    unit: names.unit(step.unitId, step.takenAt),
    note: isShut(step, petition, officer, names) ? null : step.note,
    publicText: isToldByOthers(step, petition, officer) ? null : step.publicText,
    outcome: step.outcome,
  }))
}

/** Who took it, and in whose place: who hands a petition over is named also to who gets it. */
export function whoTook(
  step: Pick<Step, 'kind' | 'officerId' | 'actedFor'>,
  names: Names
): { officer: string | null; absent: string | null } {
  const nameOf = (id: number | null) =>
    isHanding(step) && id ? names.sender(id) : names.officer(id)
  return { officer: nameOf(step.officerId), absent: nameOf(step.actedFor) }
}

/** What another authority wrote of it is its own, but for why it sent it on. */
function isShut(step: Step, petition: Petition, officer: Officer, names: Names) {
  return (
    !(names.isOwn(step.unitId) || isHanding(step)) || hidesWords(petition, step.unitId, officer)
  )
}

/**
 * What a unit that may know who brought a tip-off told them before the answer is hidden from one that may
 * not, as its notes are. The answer, and what a body answered, are read with the letter.
 */
function isToldByOthers(step: Step, petition: Petition, officer: Officer) {
  const isLetter = step.outcome !== null || step.kind === 'forwardingAnswered'
  return !isLetter && hidesWords(petition, step.unitId, officer)
}

function isHanding({ kind }: Pick<Step, 'kind'>) {
  return kind === 'handedOver' || kind === 'handedBack'
}

/** From which authority to which, by whom, and why; newest first. */
export function handed(handovers: Handover[], petition: Petition, officer: Officer, names: Names) {
  return handovers.map((one) => ({
    isBack: one.givenBack,
    from: names.authority(one.fromAuthorityId),
    to: names.authority(one.toAuthorityId),
    officer: names.sender(one.officerId),
    note: hidesPetitioner(petition, officer) ? null : one.note,
    at: one.madeAt,
  }))
}

/** Who gave it back, why, and whom they named instead. */
export function givenBack(returns: Return[], petition: Petition, officer: Officer, names: Names) {
  return returns.map((one) => ({
    unit: names.unit(one.unitId, one.givenBackAt),
    officer: names.officer(one.officerId),
    reason: hidesWords(petition, one.unitId, officer) ? null : one.reason,
    suggested: names.unit(one.suggestedUnitId),
    at: one.givenBackAt,
  }))
}

export function talks(contacts: Contact[], names: Names) {
  return contacts.map((contact) => ({
    way: contact.way,
    result: contact.result,
    note: contact.note,
    officer: names.officer(contact.officerId),
    unit: names.unit(contact.unitId, contact.madeAt),
    at: contact.madeAt,
  }))
}

/** What the bureau wrote to the unit that has the petition now, as long as it has it. */
export async function bureauNote(steps: Step[], petition: Petition, officer: Officer) {
  if (!ANSWERING_STAGES.includes(petition.stage as Stage)) return null
  const charge =
    steps.find(({ kind }) => kind === 'referred') ?? (await Referral.newestOf(petition))
  if (!charge || hidesWords(petition, charge.unitId, officer)) return null
  return charge.note
}

/** What was given as the answer, by the step that ended the petition; the last one where it goes on. */
export async function given(steps: Step[], petition: Petition) {
  // What else its petitioner reads, as why more time is needed, is no answer.
  const ended = steps.find(({ publicText, outcome }) => publicText && outcome)
  const step = ended ?? (await Step.thatConcluded(petition))
  return step?.publicText ? step : null
}
