import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, type Petition } from '#intake'
import type { Officer } from '#organisation'
import { allowed } from '#routing'
import { Card } from '../card/card.ts'
import { lostCard } from '../card/lost.ts'
import { Pressed } from '../card/pressed.ts'
import { isFragment } from '#shared/fragment'

/**
 * What is looked up beside a draft while it is written: as a part of the card, or without a script the
 * card as a whole with everything typed still in it.
 *
 * @param fragment the part's template
 * @param work what it shows; `typed` among it stands in the fields
 */
export async function besideDraft(
  ctx: HttpContext,
  fragment: string,
  work: (form: Pressed) => Promise<object & { typed?: Pressed['typed'] }>
) {
  const card = await Card.find(ctx)
  if (!card || !(await mayWrite(card.petition, ctx.officer))) {
    return lostCard(ctx, 'draft', { isSeen: card !== null })
  }
  const form = new Pressed(ctx, card.petition, 'draft')
  const found = { typed: form.typed, ...(await work(form)) }
  const { number } = card.petition
  if (isFragment(ctx)) {
    // The card as a whole says by itself who looked.
    await Access.record(ctx.officer, { petition: card.petition })
    return ctx.view.render(fragment, { ...found, petition: { number } })
  }
  const changed = form.typed.version !== String(card.petition.version)
  const page = await card.page({ typed: found.typed, changed })
  return ctx.view.render('response/cards/show', { ...page, ...found, open: null })
}

async function mayWrite(petition: Petition, officer: Officer) {
  return allowed(petition, 'draft', officer, await Charge.of(petition))
}
