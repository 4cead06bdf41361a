import { placesFor } from '../../search/postings/scopes.ts'
import { foundThrough } from '../../visibility.ts'
import type { Officer } from '#organisation'
import type { Clue } from '../../search/asking/clue.ts'
import type { Asked } from './known.ts'
import { Order } from '../order.ts'
import { Range, type Entrance, type PersonTable } from './range.ts'

/**
 * Beyond so many desks and stages a list by last day is read along whatever is open, whoever's it is:
 * the desks of thirteen authorities would be 182 ranges.
 */
const MOST_BY_DESK = 60

/**
 * By which ranges a list may be read: each driver alone holds all that the list does, in its order.
 * What a filter names is rarer than all that its reader sees, so that is read only where nothing is
 * named; of two that are named it shows on the way which is the rarer (scan.ts).
 */
export function driversOf(asked: Asked): Range[][] {
  const { filter, order } = asked
  if (order.isOfDesks) return ofDesks(asked).map((driver) => driver.flatMap(staged))
  if (order.name !== 'due') return entrances(asked).map((driver) => driver.map(range))
  return entrances(asked).map((driver) => {
    const isByDesk = driver.every(({ where }) => 'desk' in where)
    const isTooMany = driver.length * filter.stages!.length > MOST_BY_DESK
    return isByDesk && isTooMany ? [range(WHATEVER_IS_OPEN)] : driver.flatMap(staged)
  })

  // By last day alone no index has several stages in order: each is a range of its own.
  function staged(entrance: Entrance) {
    if (entrance.key) return [range(entrance)]
    return filter.stages!.map((stage) =>
      range({ ...entrance, where: { ...entrance.where, stage } })
    )
  }

  function range(entrance: Entrance) {
    return new Range(asked, entrance)
  }
}

/** The ranges by which so many of a list are counted: in any order, all stages in one. */
export function countedBy(asked: Asked): Range[] {
  const { order, filter } = asked
  const stages = order.name === 'due' ? filter.stages : undefined
  return entrances(asked)[0]!.map(
    (entrance) => new Range(asked, entrance.key ? entrance : { ...entrance, stages })
  )
}

function entrances({ officer, filter, order }: Asked): Entrance[][] {
  const { number, nationalIdIndex, phoneIndex, nameIndex, paperKey, subjectIds, outcome } = filter
  if (number) return [[petitions({ number })]]
  if (nationalIdIndex) return [ofPerson({ national_id_index: nationalIdIndex })]
  if (phoneIndex) return [ofPerson({ phone_index: phoneIndex })]
  if (filter.clues) return ofWords(officer, filter.clues)

  const inHands = ofHands(filter)
  if (inHands) return [inHands]
  const { desks, unitId } = foundThrough(officer, filter)
  const authorities = unitId
    ? [officer.authorityId]
    : [...new Set(desks.map(({ authorityId }) => authorityId))]
  if (nameIndex) {
    return [authorities.flatMap((id) => ofPerson({ authority_id: id, name_index: nameIndex }))]
  }
  if (paperKey) {
    return [authorities.map((id) => by('papers', { authority_id: id, number_key: paperKey }))]
  }
  const byAuthority = (where: Entrance['where']) =>
    authorities.map((id) => petitions({ authority_id: id, ...where }))
  const named = [
    ...(filter.unitId ? [[petitions({ unit_id: filter.unitId })]] : []),
    ...(subjectIds ? [subjectIds.map((id) => ofSubject(id, order))] : []),
    ...(outcome && order === Order.concluded ? [byAuthority({ outcome })] : []),
  ]
  // What the reader's own unit is in charge of is less than what it may see.
  if (unitId && filter.unitId !== unitId) return [[readers(unitId)], ...named]
  if (named.length > 0) return named
  if (order === Order.concluded) return [byAuthority({})]
  return ofDesks({ officer, filter })
}

/** In somebody's hands, or in nobody's, is less than all that a unit has; null: it is not asked for. */
function ofHands({ unitId, assigneeId, inHandsOf, isFree }: Asked['filter']) {
  if (!unitId) return null
  const own = (column: string, id: number | null): Entrance => ({
    ...petitions({ unit_id: unitId, [column]: id }),
    index: ['unit_id', column, 'stage', 'listed_on'],
  })
  if (inHandsOf) return [own('assignee_id', inHandsOf), own('partner_id', inHandsOf)]
  if (assigneeId) return [own('assignee_id', assigneeId)]
  return isFree ? [own('assignee_id', null)] : null
}

function ofDesks({ officer, filter }: Pick<Asked, 'officer' | 'filter'>): Entrance[][] {
  const { desks } = foundThrough(officer, filter)
  return [desks.map(({ authorityId, desk }) => petitions({ authority_id: authorityId, desk }))]
}

/** By last day along what is open: stages are judged on each. */
function ofSubject(id: number, order: Order): Entrance {
  const entrance = petitions({ subject_id: id })
  return order.name === 'due' ? { ...entrance, key: 'open_listed_on' } : entrance
}

/** Drivers by words at most, and rows that it may cost to begin with all of them. */
const MOST_WORDS = 3
const BEGUN = 170

/** In the order of its last day; stages and authority are judged on each. */
const WHATEVER_IS_OPEN: Entrance = { table: 'petitions', where: {}, key: 'open_listed_on' }

function petitions(where: Entrance['where']): Entrance {
  return { table: 'petitions', where }
}

function by(table: PersonTable, where: Entrance['where']): Entrance {
  return { table, where }
}

/**
 * Each thing that is looked for is a driver: whichever is the rarest shows on the way. Of many, and over
 * many authorities, the first ones alone: to begin with each costs rows already.
 */
function ofWords(officer: Officer, clues: readonly Clue[]): Entrance[][] {
  const places = placesFor(officer)
  const cost = (clue: Clue, at: number) =>
    places.length * clue.length * (4 + clues.toSpliced(at, 1).flat().length)
  let left = BEGUN
  const drivers = clues.slice(0, MOST_WORDS).filter((clue, at) => {
    left -= cost(clue, at)
    return at === 0 || left >= 0
  })
  return drivers.map((clue) =>
    places.flatMap((place) =>
      clue.map((term) => ({
        table: 'search_postings' as const,
        where: { scope: place.scope, term },
        posting: { ...place, beside: clues.filter((one) => one !== clue) },
      }))
    )
  )
}

/** Who brought it, or spoke for them. */
function ofPerson(where: Entrance['where']) {
  return [by('petitioners', where), by('representatives', where)]
}

function readers(unitId: number): Entrance {
  return { table: 'petition_readers', where: { unit_id: unitId, until: null } }
}
