import type { Officer } from '#organisation'
import { Addition } from '../models/addition.ts'
import { Striking } from '../models/striking.ts'
import { hidesOriginal } from '../tip_offs.ts'

/** A petition as far as it says something. */
interface Saying {
  id: number
  kind: string
  authorityId: number
  desk: string
  text: string
  place: string | null
}

/** What an officer reads of a petition. */
export interface Said {
  /** null: nobody at the desk has read it yet */
  text: string | null
  place: string | null
}

/** What this officer reads of a petition: its own words, or what the desk left of a tip-off. */
export async function saidTo(petition: Saying, officer: Officer): Promise<Said> {
  const [said] = await saidToEach([petition], officer)
  return said!
}

/** The same of several, in their order; where nothing is hidden, nothing is asked. */
export async function saidToEach(petitions: readonly Saying[], officer: Officer): Promise<Said[]> {
  const struck = petitions.filter((one) => hidesOriginal(one, officer)).map(({ id }) => id)
  const readable = await Striking.ofEach(struck)
  return petitions.map(({ id, text, place }) => {
    if (!struck.includes(id)) return { text, place }
    const left = readable.get(id)
    return { text: left?.words('text') ?? null, place: left?.words('place') ?? null }
  })
}

/** What was added to a petition, as this officer reads it; `text` is null where the desk has not yet. */
export async function addedFor(petition: Saying, officer: Officer) {
  const added = await Addition.of(petition)
  const readable = hidesOriginal(petition, officer) ? await Striking.of(petition) : null
  return added.map(({ id, text, questionId, officerId, madeAt }) => ({
    ...{ at: madeAt, isAnswer: questionId !== null, isOfDesk: officerId !== null },
    isUnread: readable !== null && !readable.isDecided('addition', id),
    text: readable ? readable.words('addition', id) : text,
  }))
}
