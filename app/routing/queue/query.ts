import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { queueAsked } from './asked.ts'
import { QUEUE_LISTS } from './filters.ts'

/** Which list of the queue an address asks for, as another address says it. */
export function queueQuery(ctx: HttpContext) {
  const asked = Typed.asked(ctx)
  const { words } = queueAsked(asked, ctx)
  return { filtre: asked.oneOf('filtre', QUEUE_LISTS), sonra: asked.text('sonra'), ...words }
}
