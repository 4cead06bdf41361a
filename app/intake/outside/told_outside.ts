import { Addition } from '../models/addition.ts'
import { Attachment } from '../models/attachment.ts'
import type { Petition } from '../models/petition.ts'
import { Striking } from '../models/striking.ts'
import { whoOutside } from './who_outside.ts'

/**
 * What of a petition is told to a body outside of the house (law 3071 art. 5), whoever sends it. Of a
 * tip-off only what the desk left of its words, and nothing of who brought it; nobody's identity number
 * ever.
 */
export async function toldOutside(petition: Petition) {
  const isTipOff = petition.kind === 'tipOff'
  const struck = isTipOff ? await Striking.of(petition) : null
  const left = (of: 'text' | 'place', whole: string | null) => (struck ? struck.words(of) : whole)
  const added = petition.position > 1 ? await Addition.of(petition) : []
  const files = await Attachment.query()
    .where({ petition_id: petition.id, part: 'petition', state: 'ready' })
    .orderBy('id')
  return {
    who: isTipOff ? null : await whoOutside(petition),
    text: left('text', petition.text) ?? '',
    place: left('place', petition.place),
    particulars: isTipOff ? [] : petition.particularsIn('tr'),
    added: added.flatMap(({ id, text, madeAt }) => {
      const words = struck ? struck.words('addition', id) : text
      return words ? [{ text: words, at: madeAt }] : []
    }),
    /** by name, or by the number that the desk gave it */
    files: files.flatMap(({ id, name }) => (struck ? (struck.words('file', id) ?? []) : name)),
  }
}
