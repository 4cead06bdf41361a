import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { formAgain } from '../desk/form_again.ts'
import { DOCUMENTS, IdentityCheck } from '../models/identity_check.ts'
import { knownPeople } from '../people/known_people.ts'
import { linesPart, personPart } from '../people/person_part.ts'
import { soughtIn } from '../people/sought.ts'
import { desk } from './desk_controller.ts'

/** The officer has seen an identity document: from then on the page shows who came before. */
export default class IdentityChecksController {
  async store(ctx: HttpContext) {
    const { officer } = ctx
    const typed = Typed.from(ctx)
    const all = soughtIn(typed.text('sought'))
    const people = await knownPeople(officer, all)
    const named = people.find(({ mark }) => mark === typed.text('line'))
    const person = named ?? (people.length === 1 ? people[0] : undefined)
    const document = typed.oneOf('identity', DOCUMENTS)
    if (!person || !document) {
      const page = await formAgain(ctx)
      page.problems.add('person', person ? 'document' : people.length > 0 ? 'line' : 'gone')
      const isByName = all.some(({ by }) => by === 'name')
      return desk(ctx, { ...page, person: await linesPart(people, isByName) }, 422)
    }
    const check = await IdentityCheck.note(officer, person, document)
    await Access.record(officer, { petition: { id: check.petitionId } })
    const page = await formAgain(ctx, { checked: String(check.id), taken: '' })
    return desk(ctx, { ...page, focus: 'take' })
  }

  /** Takes over what the petitioner has said and the officer has compared. */
  async update(ctx: HttpContext) {
    const typed = Typed.from(ctx)
    const { checked } = await personPart(ctx.officer, typed)
    if (!checked) {
      const page = await formAgain(ctx, { checked: '', sought: '' })
      page.problems.add('person', 'gone')
      return desk(ctx, page, 422)
    }
    const { fields, details, role } = checked
    const wanted = fields.filter((one) => typed.ticks(`take-${one}`) && details[one])
    const taken = Object.fromEntries(wanted.map((one) => [one, details[one]]))
    const others = role === 'representative' ? notTheirs(typed) : {}
    const page = await formAgain(ctx, { ...others, ...taken, taken: '1' })
    return desk(ctx, { ...page, focus: role === 'representative' ? 'name' : 'text' })
  }
}

/** By what a representative was looked for does not stay among what is the petitioner's. */
function notTheirs(typed: Typed) {
  const sought = typed.text('sought')
  const fields = (['name', 'nationalId', 'phone'] as const).filter(
    (one) => typed.text(one) === sought
  )
  return Object.fromEntries(fields.map((one) => [one, '']))
}
