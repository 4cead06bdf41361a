import type { HttpContext } from '@adonisjs/core/http'
import type { Reason } from '#shared/typed/problems'
import { countFiles } from '../attachments/drafts/file_limits.ts'
import { keepArrivals } from '../attachments/drafts/keep_arrivals.ts'
import { notAdded } from '../attachments/drafts/not_added.ts'
import { FormToken } from '../form/form_token.ts'
import { tokenDigest } from '../receiving/form_keys.ts'

/**
 * Keeps the files that came with words to a petition under their form's token, as those of a new
 * petition are: also where number and code are asked for once more.
 *
 * @returns what could not be kept, and why
 */
export async function keepAddedFiles(ctx: HttpContext, token: string): Promise<Reason[]> {
  const arrivals = ctx.arrivals ?? []
  if (arrivals.length === 0 || FormToken.check(token) !== 'valid') return []
  if (!countFiles(arrivals.length, ctx.request.ip())) return [{ field: 'files', rule: 'busy' }]
  const holder = { holder: tokenDigest(token), part: 'petition' } as const
  return notAdded(await keepArrivals(arrivals, holder))
}
