import { authorities, type Officer } from '#organisation'
import { folded } from '#shared/folded_text'
import type { Typed } from '#shared/typed/typed'
import { PetitionList } from '../lists/petition_list.ts'
import { DOCUMENTS, IdentityCheck } from '../models/identity_check.ts'
import { knownPeople, MOST } from './known_people.ts'
import { namesAreMissing } from './name_rounds.ts'
import type { Person } from './person.ts'
import { soughtIn } from './sought.ts'
import { takenFrom } from './taken_from.ts'

/** Whom the desk's form is about, of those who have come before: nobody yet, some lines, or one who was checked. */
export async function personPart(officer: Officer, typed: Typed) {
  const check = await IdentityCheck.named(typed.text('checked'), officer)
  const people = check ? await knownPeople(officer, soughtIn(typed.text('sought'))) : []
  const person = people.find(
    ({ ids, role }) => role === check!.role && ids.includes(check!.petitionId)
  )
  if (!check || !person) return { documents: DOCUMENTS, lines: null, checked: null }
  return {
    documents: DOCUMENTS,
    lines: null,
    checked: {
      ...{ id: check.id, document: check.document },
      ...(await takenFrom(check)),
      petitions: await PetitionList.these(officer, person.ids),
    },
  }
}

/** The lines to choose from: nothing that was stored but initials, the district, and how many. */
export async function linesPart(people: readonly Person[], isByName: boolean) {
  const districts = (await authorities()).map(({ district }) => district)
  return {
    documents: DOCUMENTS,
    checked: null,
    most: MOST,
    lines: people.map(({ mark, initials, role, address, ids }) => ({
      ...{ mark, initials, role, count: ids.length },
      district: districts.find((one) => one && folded(address ?? '').includes(folded(one))) ?? null,
    })),
    isByName,
    isMissing: isByName && (await namesAreMissing()),
  }
}
