import type { HttpContext } from '@adonisjs/core/http'
import { Access, Charge, Petition } from '#intake'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { Names } from '../card/names.ts'
import { Directive } from '../models/directive.ts'
import { addresseesAt } from './addressees.ts'

/** The petition and its directive in the address, for whoever sees the petition. */
export async function directiveAt(ctx: HttpContext) {
  const petition = (await Petition.findFor(ctx.officer, ctx.params.number)) ?? notFound(ctx)
  const of = { id: Number(ctx.params.directive), petition_id: petition.id }
  const directive = (await Directive.query().where(of).first()) ?? notFound(ctx)
  return { petition, directive }
}

/** One directive, with what this officer can do with it. */
export async function directivePage(
  { officer }: HttpContext,
  { petition, directive }: Awaited<ReturnType<typeof directiveAt>>
) {
  await Access.record(officer, { petition })
  return {
    number: petition.number,
    one: (await withNames(petition, [directive]))[0]!,
    answers: !directive.isDone && directive.isFor(officer, await Charge.of(petition)),
    closes: !directive.isDone && directive.isFrom(officer),
    typed: { reply: directive.reply ?? '' },
  }
}

/** As pages show them: by whom, and to whom. */
export async function withNames(petition: Petition, all: readonly Directive[]) {
  const catalogue = await Catalogue.of(petition.authorityId)
  const { unit } = await Charge.of(petition)
  const ids = all.flatMap(({ givenBy, officerId, repliedBy }) => [givenBy, officerId, repliedBy])
  const names = await Names.of(ids, [], catalogue)
  return all.map((one) => ({
    ...one.facts,
    by: names.officer(one.givenBy),
    to: one.officerId === null ? unit.shortName : names.officer(one.officerId),
    repliedBy: names.officer(one.repliedBy),
  }))
}

/** What the form of a new one shows. */
export async function givePage({ officer }: HttpContext, numbers: string) {
  const all = await addresseesAt(officer.authorityId)
  const people = all.map(({ id, name }) => ({ id: String(id), name }))
  return { people, typed: { numbers: numbers.split(',').join('\n') } }
}
