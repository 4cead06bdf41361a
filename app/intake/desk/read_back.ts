import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { desk } from '../controllers/desk_controller.ts'
import { Submission } from '../form/submission.ts'

/** What a reading does not take along as it was typed: said on the page itself, or a button's. */
const SAID_THERE = ['subject', 'place', 'readOut', 'find', 'identity', 'take', 'read', 'park']

/**
 * What the desk's form holds, to be read out before it is saved.
 *
 * @returns the form's own page where something is to be mended first
 */
export async function readBack(ctx: HttpContext) {
  const submission = await Submission.read(ctx)
  const { details, page, status } = submission
  if (!details) return { refused: await desk(ctx, page, status) }
  const typed = Typed.from(ctx)
  return { details, typed: typed.words, carried: typed.without(...SAID_THERE).carried }
}
