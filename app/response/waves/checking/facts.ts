import { nameKey, Petition, petitionersNamed } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { wordsOf, type Facts } from '../../checks/run.ts'
import { nameWindows } from '../../checks/words/name_windows.ts'
import { phoneDigits } from '../../checks/words/number_shapes.ts'
import { officialWordList } from '../../checks/words/official_words.ts'
import type { Draft } from '../../draft.ts'
import type { Wave } from '../../models/wave.ts'
import { someOf } from '../shown/some_of.ts'
import { lastToOthers } from './last_to_others.ts'

/**
 * All that the checks of an answer to many are to know. Every number and every name is somebody else's
 * to all the others: only an office's own may stand there. Of names those are known that the officer
 * could find anyway, so that nobody learns by trying whether somebody is hidden in a wave.
 */
export async function factsFor(wave: Wave, draft: Draft, officer: Officer): Promise<Facts> {
  const catalogue = await Catalogue.of(wave.authorityId)
  const keys = nameWindows(wordsOf(draft)).flatMap(({ words }) => nameKey(words) ?? [])
  const [example] = await someOf(wave, officer, { isCopy: true })
  const petition = example && (await Petition.seenBy(officer, [example.id]))[0]
  const offices = [catalogue.authority, ...catalogue.everyUnit].map(({ phone }) => phone)
  return {
    ...{ locale: 'tr', petition: petition?.text ?? null, wants: [], borrowed: [], keyOf: nameKey },
    others: await petitionersNamed(officer, keys, null),
    known: new Set(offices.map(phoneDigits)),
    last: await lastToOthers(wave, officer),
    list: await officialWordList(),
  }
}
