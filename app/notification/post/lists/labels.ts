import { Access } from '#intake'
import type { Officer } from '#organisation'
import { WaitingLetters } from './waiting_letters.ts'

/**
 * Address labels of a page of what waits to be posted, as it stands on the list. Each leaves a row that
 * this officer looked: a label is a name and an address.
 */
export async function labelsFor(officer: Officer, after: string) {
  const { rows, next } = await WaitingLetters.page(officer, 'waiting', after)
  const posted = rows.filter(({ way, address }) => way === 'post' && address)
  for (const { petition } of posted) await Access.record(officer, { petition })
  return {
    labels: posted.map(({ name, address, petition }) => ({
      ...{ name, address, number: petition.number },
    })),
    /** which a label cannot be made for */
    missing: rows.filter(({ way, address }) => way === 'post' && !address).length,
    next,
  }
}
