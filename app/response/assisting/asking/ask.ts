import assistant, { type AssistantSettings } from '#config/assistant'
import { Charge, Petition } from '#intake'
import type { Officer } from '#organisation'
import { isAssistable } from '../assistable.ts'
import type { Ended } from '../endings.ts'
import { DraftProposal } from '../../models/draft_proposal.ts'
import { readProposal } from '../reading/paragraphs.ts'
import type { Wrong } from '../reading/wrong_with.ts'
import { write } from '../server/write.ts'
import { preparedFor } from './prepared.ts'
import { oneAtATime } from './under_way.ts'

/** What an officer is told; without an end nothing was asked. */
interface Told {
  how: Ended | 'off' | 'never' | 'busy' | 'enough'
  paragraphs: string[]
  dropped: Wrong[]
}

const nothing = (how: Told['how']): Told => ({ how, paragraphs: [], dropped: [] })

/**
 * Asks the house's own model for a proposal, as long as this officer may write the answer. Nothing is
 * held while it writes: no transaction and no connection of the database. Never rejects for what the
 * model does.
 *
 * @param outcome as it is chosen in the form
 * @returns null: not for this officer
 */
export async function askFor(officer: Officer, number: string, outcome: string | null) {
  const petition = await writableBy(officer, number)
  if (!petition) return null
  const { settings } = assistant
  if (!settings) return nothing('off')
  if (!(await isAssistable(petition, officer))) return nothing('never')
  if (!(await DraftProposal.hasRoom(petition))) return nothing('enough')
  const work = () => proposalFor(settings, petition, officer, outcome)
  return (await oneAtATime(officer, number, work)) ?? nothing('busy')
}

async function proposalFor(
  settings: AssistantSettings,
  petition: Petition,
  officer: Officer,
  outcome: string | null
): Promise<Told> {
  const row = await DraftProposal.begin(petition, officer)
  const told = await toldBy(settings, petition, officer, outcome)
  // A model writes for as long as a letter takes: it may be restricted or somebody else's by now.
  const current = await writableBy(officer, petition.number)
  const isStill = current && (await isAssistable(current, officer))
  const end = isStill ? told : { ...nothing('over'), how: 'over' as const }
  await row.end(end.how, end.paragraphs)
  return end
}

async function toldBy(
  settings: AssistantSettings,
  petition: Petition,
  officer: Officer,
  outcome: string | null
) {
  const prepared = await preparedFor(petition, officer, outcome)
  if (!prepared) return { how: 'little' as const, paragraphs: [], dropped: [] }
  const written = await write(settings, prepared.prompt)
  if (written.how !== 'written') return { how: written.how, paragraphs: [], dropped: [] }
  const read = readProposal(written, prepared.sent)
  return { how: read.paragraphs.length > 0 ? ('given' as const) : ('dropped' as const), ...read }
}

async function writableBy(officer: Officer, number: string) {
  const petition = await Petition.findFor(officer, number)
  return petition?.allows('draft', officer, await Charge.of(petition)) ? petition : null
}
