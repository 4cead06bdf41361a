import type { HttpContext } from '@adonisjs/core/http'
import { ChangesList, Heading, Overtaken } from '#organisation'
import { notFound } from '#shared/not_found'
import type { Refusal } from '#shared/typed/problems'
import { idIn } from '../kept_row.ts'
import { subjectsPage } from './lists.ts'

/** The heading in the address, of the officer's own authority, as the database has it now. */
export async function headingAt(ctx: HttpContext) {
  const { authorityId } = ctx.officer
  const id = idIn(ctx)
  const heading = id && (await Heading.query().where({ id, authority_id: authorityId }).first())
  return heading || notFound(ctx)
}

/** What the page of one heading shows besides what was typed: its subjects, and what was changed. */
export async function headingPage(ctx: HttpContext, heading: Heading, refusal?: Refusal) {
  const fresh = refusal instanceof Overtaken ? await Heading.findOrFail(heading.id) : heading
  const { rows } = await ChangesList.of('heading', heading.id)
  return { heading: fresh, rows, ...subjectsPage(ctx, heading) }
}

/** As the form of it stands when it is opened. */
export function wordsOf({ name, nameEn, officeOnly }: Heading) {
  return { name, nameEn, officeOnly: officeOnly ? '1' : '' }
}
