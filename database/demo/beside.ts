import { DateTime } from 'luxon'
import { Petition } from '#intake'
import { Cast } from './cast.js'
import { Dice } from './dice.js'
import { EDREMIT } from './district.js'
import { JOURNEYS, WAITING } from './journeys.js'
import { OfficeHours } from './office_hours.js'
import { deliverMessages, playInOrder } from './petitions.js'
import { DEMO_OFFICES } from './province.js'
import { arrival, travel, type Casts } from './travels.js'

const SEED = 17

/**
 * What came in at the offices beside the first one, and what went from one to another. Begun again it
 * goes on: what has come in already does not come in twice.
 */
export async function seedPetitionsBeside() {
  const dice = new Dice(SEED)
  const now = DateTime.now()
  const casts: Casts = new Map()
  for (const { code } of [EDREMIT, ...DEMO_OFFICES]) casts.set(code, await Cast.assemble(code))
  const { calendar } = casts.get(EDREMIT.code)!.catalogue
  const world = { dice, now, hours: new OfficeHours(calendar, dice) }

  const isNew = await newAt(casts)
  const journeys = JOURNEYS.filter(({ text }) => isNew(text))
  const arrivals = DEMO_OFFICES.flatMap(({ code: office }) =>
    WAITING.filter((text) => isNew(text, office)).map((text) => {
      const at = now.minus({ minutes: dice.between(20, 3 * 24 * 60) })
      return arrival({ office, text, at }, casts, world)
    })
  )
  const stories = [...journeys.map((one) => travel(one, casts, world)), ...arrivals]
  await playInOrder(stories, now)
  await deliverMessages()
}

/** By their words, which nobody else writes; of what is told at several offices, at each. */
async function newAt(casts: Casts) {
  const texts = [...WAITING, ...JOURNEYS.map(({ text }) => text)]
  const known = await Petition.query().whereIn('text', texts).select('text', 'authority_id')
  return (text: string, office?: string) => {
    const id = office && casts.get(office)!.catalogue.authority.id
    return !known.some((one) => one.text === text && (!id || one.authorityId === id))
  }
}
