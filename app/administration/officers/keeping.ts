import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue, leaderlessBelow, type Officer } from '#organisation'
import { notFound } from '#shared/not_found'
import { Typed } from '#shared/typed/typed'

/** Who keeps officers, and of which authority: one's own, or one below that nobody leads yet. */
export interface Keeping {
  officer: Officer
  catalogue: Catalogue
}

/** Of the authority that the address names; one's own where it names none. */
export async function keepingAt(ctx: HttpContext): Promise<Keeping> {
  const { officer, catalogue } = ctx
  const code = Typed.asked(ctx).text('makam')
  if (!code || code === catalogue.authority.code) return { officer, catalogue }
  const office = (await leaderlessBelow(officer)).find((one) => one.code === code)
  return office ? { officer, catalogue: await Catalogue.of(office.id) } : notFound(ctx)
}

/** Of the authority where this person works. */
export async function keepingOf({ officer, catalogue }: HttpContext, { authorityId }: Officer) {
  const isOwn = authorityId === officer.authorityId
  return { officer, catalogue: isOwn ? catalogue : await Catalogue.of(authorityId) }
}

/** What its pages show of it: null where it is one's own, which the head of the page names. */
export function officeOf({ officer, catalogue: { authority } }: Keeping) {
  return { office: authority.id === officer.authorityId ? null : authority }
}
