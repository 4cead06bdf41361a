import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, Petition } from '#intake'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'
import { Card } from '../card/card.ts'
import { lostCard } from '../card/lost.ts'
import { nameOf } from '../card/typed.ts'
import { offeredFor } from './offered.ts'

/**
 * The texts for the answer of the petition in the address, for whoever may write it. They name whoever
 * brought it, and leave a row of the look.
 */
export async function offeredAt(ctx: HttpContext) {
  const { officer, params } = ctx
  const petition = await Petition.findFor(officer, params.number)
  if (!petition?.allows('draft', officer, await Charge.of(petition))) return notFound(ctx)
  await Access.record(officer, { petition })
  const { number, locale: language } = petition
  return { number, petition: { number }, language, offered: await offeredFor(petition, officer) }
}

/**
 * The card as it was typed. A text that was pressed stands behind what was written; none: they are shown,
 * to be pressed. Nothing is saved.
 */
export async function withText(ctx: HttpContext) {
  const card = await Card.find(ctx)
  const { officer } = ctx
  const may = card?.petition.allows('draft', officer, await Charge.of(card.petition))
  if (!card || !may) return lostCard(ctx, 'draft', { isSeen: card !== null })
  const { words } = Typed.from(ctx).without('_csrf')
  const offered = await offeredFor(card.petition, officer)
  const chosen = offered.find(({ id }) => String(id) === words.ready)
  const field = nameOf('draft', 'text')
  const text = [words[field], chosen?.text].filter(Boolean).join('\n\n')
  const changed = words.version !== String(card.petition.version)
  const page = await card.page({ typed: { ...words, [field]: text }, changed })
  return ctx.view.render('response/cards/show', { ...page, open: 'draft', offered })
}
