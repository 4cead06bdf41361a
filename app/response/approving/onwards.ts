import type { Told } from '../card/form.ts'
import type { Pressed } from '../card/pressed.ts'
import { nextWaiting } from './waiting.ts'

/**
 * Where the head goes on: from the page beside the petition to the next one that waits, from the card to
 * the next of the list from which it was opened.
 */
export async function onwards(form: Pressed, key: string): Promise<Told> {
  if (form.typed.from !== 'approval') return { to: 'next', key }
  const path = await nextWaiting(form.officer, form.petition.number)
  return path ? { to: 'card', key, path } : { to: 'inbox', key }
}
