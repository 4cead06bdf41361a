import type { HttpContext } from '@adonisjs/core/http'
import { Typed, type SomeWords } from '#shared/typed/typed'
import { Access } from '../access.ts'
import { formAgain } from '../desk/form_again.ts'
import { LONGEST } from '../longest.ts'
import { knownPeople } from '../people/known_people.ts'
import { linesPart } from '../people/person_part.ts'
import { keysOf, mistyped, soughtIn, type Sought } from '../people/sought.ts'
import { desk } from './desk_controller.ts'

/**
 * Looks for whoever stands at the desk among those who have come before. Answered without an address of
 * its own, as the register's search.
 */
export default class DeskPeopleController {
  async store(ctx: HttpContext) {
    const { officer } = ctx
    const typed = Typed.from(ctx)
    const words = typed.text('person')
    // Enter in another field: nobody else is looked for, and who was checked stays.
    if (typed.text('find') === 'next' && words === typed.text('sought')) {
      return desk(ctx, { ...(await formAgain(ctx)), focus: 'text' })
    }
    const wrong = words && mistyped(words)
    const forgotten = { sought: words, checked: '', line: '', taken: '' }
    if (wrong) {
      const page = await formAgain(ctx, { ...forgotten, sought: '' })
      page.problems.add('person', wrong, { max: LONGEST.petitioners.name })
      return desk(ctx, page, 422)
    }
    const all = words ? soughtIn(words) : []
    const people = await knownPeople(officer, all)
    await Access.record(officer, { searched: keysOf(all) })
    const page = await formAgain(ctx, { ...forgotten, ...written(all, typed) })
    if (!words) return desk(ctx, { ...page, focus: 'text' })
    const isByName = all.some(({ by }) => by === 'name')
    const isUnknown = people.length === 0
    const focus = isUnknown ? (isByName ? 'phone' : 'name') : 'person-lines'
    return desk(ctx, { ...page, person: await linesPart(people, isByName), focus })
  }
}

/** What was looked for stands in its own field as well, unless something does already. */
function written(all: readonly Sought[], typed: Typed): SomeWords {
  const empty = all.filter(({ by }) => !typed.text(by))
  return Object.fromEntries(empty.map(({ by }) => [by, typed.text('person')]))
}
