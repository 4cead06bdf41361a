import assistant from '#config/assistant'
import type { Action, Petition } from '#intake'
import type { Officer } from '#organisation'
import { Typed, type Words } from '#shared/typed/typed'
import { draftIn, nameOf } from '../card/typed.ts'
import type { Draft } from '../draft.ts'
import { isAssistable } from './assistable.ts'
import { unconfirmedIn } from './unconfirmed.ts'

/** What a card shows of it; while there is none, nothing is asked of the database. */
export async function assistantBeside(
  petition: Petition,
  officer: Officer,
  { actions, typed, answer }: { actions: readonly Action[]; typed: Words; answer: Draft | null }
) {
  if (!assistant.settings || !actions.includes('draft')) return { assistant: null, unconfirmed: [] }
  const part = new Typed(typed).part(nameOf('draft', ''))
  const draft = part.has('text') ? draftIn(part) : answer
  return {
    /** whether a proposal may be asked for */
    assistant: { mayAsk: await isAssistable(petition, officer) },
    unconfirmed: draft ? await unconfirmedIn(draft, petition) : [],
  }
}
