import { PetitionChanged, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { colleagueFor } from './colleagues.ts'
import { assign, putBack, share, takeOn } from './pass.ts'
import { wasPassedBy } from './was_passed.ts'

/** What each button does, as the step that it takes. */
const STEPS = {
  takeOn: 'takenOn',
  putBack: 'putBack',
  share: 'shared',
  assign: 'assigned',
} as const
const SENTENCES = {
  takenOn: 'response.flash.takenOn',
  putBack: 'response.flash.putBack',
  shared: 'response.flash.shared',
  assigned: 'response.flash.assigned',
}

/**
 * Does what the pressed button asks for; a second press of the same has nothing left to do.
 *
 * @returns the sentence's key that says so
 * @throws Refusal without a colleague, for a note that is too long, or where it was changed meanwhile;
 *   NotAllowed, OwnPetition
 */
export async function takeAssignment(petition: Petition, officer: Officer, typed: Typed) {
  const { note } = typed.read((form) => ({ note: form.multiline('note') }))
  const kind = STEPS[typed.oneOf('intent', ['takeOn', 'putBack', 'share', 'assign']) ?? 'assign']
  if (typed.text('version') !== String(petition.version)) {
    if (await wasPassedBy(officer, petition, { kind, note })) return SENTENCES[kind]
    throw changed()
  }
  try {
    await pass(petition, officer, { kind, note, to: typed.text('officer') })
    return SENTENCES[kind]
  } catch (error) {
    throw error instanceof PetitionChanged ? changed() : error
  }
}

interface Asked {
  kind: keyof typeof SENTENCES
  note: string | null
  /** id of a colleague */
  to: string
}

async function pass(petition: Petition, officer: Officer, { kind, note, to }: Asked) {
  if (kind === 'takenOn') return takeOn(petition, officer)
  if (kind === 'putBack') return putBack(petition, officer, note)
  const colleague = await colleagueFor(petition, to)
  if (!colleague) throw new Refusal({ field: 'officer', rule: 'required' })
  return (kind === 'shared' ? share : assign)(petition, officer, colleague, note)
}

function changed() {
  return new Refusal({ field: 'version', rule: 'changed' })
}
