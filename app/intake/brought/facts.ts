import type { Officer } from '#organisation'
import type { Petition } from '../models/petition.ts'
import { hidesOriginal, hidesPetitioner } from '../tip_offs.ts'
import { OwnWords } from '../models/own_words.ts'
import { Paper } from '../models/paper.ts'
import { ReadBack } from '../models/read_back.ts'
import { Representative } from '../models/representative.ts'
import { shownAs } from './words.ts'

/**
 * How a petition came and for whom, as a card shows it. Of a tip-off the office's own register would
 * tell whoever may not know who brought it; its own words give that away as its text does.
 */
export async function broughtFacts(petition: Petition, officer: Officer) {
  const { id, channel, signatures } = petition
  // On the web everybody speaks for themselves: nearly half of all cards ask nothing of it.
  const isAny = channel !== 'web'
  const isNamed = isAny && !hidesPetitioner(petition, officer)
  const isRead = isAny && !hidesOriginal(petition, officer)
  const [paper, speaker, ownWords, readBack] = await Promise.all([
    isNamed ? Paper.findBy('petitionId', id) : null,
    isNamed ? Representative.findBy('petitionId', id) : null,
    isRead ? OwnWords.findBy('petitionId', id) : null,
    isAny ? ReadBack.of(id) : null,
  ])
  return {
    signatures,
    readBack,
    paper: paper && paperOf(paper),
    speaker: speaker && speakerOf(speaker),
    ownWords: ownWords && wordsOf(ownWords),
  }
}

function paperOf({ writtenOn, number, registeredOn }: Paper) {
  return { writtenOn, number, registeredOn }
}

function speakerOf(speaker: Representative) {
  const { relation, name, maskedNationalId, prettyPhone, proof, proofNote } = speaker
  return { relation, name, nationalId: maskedNationalId, phone: prettyPhone, proof, proofNote }
}

function wordsOf({ language, text, isAgreed }: OwnWords) {
  return { language, text, isAgreed: Boolean(isAgreed), ...shownAs(language) }
}
