import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { Access, Petition, saidTo } from '#intake'
import type { Officer } from '#organisation'
import { notFound } from '#shared/not_found'
import type { Typed } from '#shared/typed/typed'
import { Want } from '../models/want.ts'
import { proposalsIn } from './words/proposals.ts'

/** The petition in the address, for whoever may answer it. */
export async function wantsAt(ctx: HttpContext) {
  const petition = await Petition.findFor(ctx.officer, ctx.params.number)
  return petition?.mayDo('draft', ctx.officer) ? petition : notFound(ctx)
}

/** The list as it is, and sentences of the petition that may stand on it. */
export async function wantsPage({ officer }: HttpContext, petition: Petition) {
  await Access.record(officer, { petition })
  const wants = await Want.of(petition)
  const { number, shownNumber: shown } = petition
  const list = wants.map(({ id, text, isAnswered }) => ({ id, text, isAnswered }))
  return { number, shown, wants: list, proposals: await proposals(petition, officer, wants) }
}

/** What the form says of the list. */
export async function marked(petition: Petition, officer: Officer, typed: Typed) {
  const wants = await Want.of(petition)
  const offered = await proposals(petition, officer, wants)
  const ids = wants.map(({ id }) => id)
  const ticks = (part: string, id: number) => typed.ticks(`${part}-${id}`)
  // Another tab may have ticked meanwhile what this page showed without a tick.
  const changed = ids.filter((id) => ticks('answered', id) !== ticks('before', id))
  return {
    added: [
      ...offered.filter(({ key }) => typed.ticks(`listed-${key}`)).map(({ text }) => text),
      ...typed.text('lines').split('\n'),
    ],
    ticked: new Map(changed.map((id) => [id, ticks('answered', id)])),
    dropped: ids.filter((id) => ticks('dropped', id)),
  }
}

/** Of a tip-off, out of what the desk left of it. */
async function proposals(petition: Petition, officer: Officer, wants: readonly Want[]) {
  const { text } = await saidTo(petition, officer)
  const known = new Set(wants.map((want) => want.text))
  const fresh = proposalsIn(text ?? '').filter((sentence) => !known.has(sentence))
  return fresh.map((sentence) => ({ key: keyOf(sentence), text: sentence }))
}

/** The same for the same sentence, wherever it stands by now. */
function keyOf(sentence: string) {
  return createHash('sha256').update(sentence).digest().readUInt32BE(0)
}
