import { type DateTime } from 'luxon'
import type { Form } from '#shared/typed/typed'
import type { PaperDetails } from '../../models/paper.ts'
import type { SaidOtherwise } from '../../models/own_words.ts'
import type { Speaker } from '../../models/representative.ts'
import type { ToldPerson } from '../../brought/words.ts'
import { readArrival, readPaper } from './paper.ts'
import { readSignatures } from './signatures.ts'
import { readSpeaker, readTold } from './speaker.ts'
import { readOwnWords } from './own_words.ts'

/** What the desk writes down besides, of how a petition came and for whom; each may be nothing. */
export interface Brought {
  /** the first moment of the day on which it came; null: now */
  arrivedAt: DateTime | null
  paper: PaperDetails | null
  speaker: Speaker | null
  told: ToldPerson
  /** 0: one person brings it */
  signatures: number
  ownWords: SaidOtherwise | null
}

/** Nothing where nothing of it was said: most come to the counter and speak for themselves. */
export function readBrought(form: Form): { brought?: Brought } {
  const arrivedAt = readArrival(form)
  const speaker = readSpeaker(form)
  const brought = {
    arrivedAt,
    paper: readPaper(form, arrivedAt),
    speaker,
    told: readTold(form, speaker),
    signatures: readSignatures(form),
    ownWords: readOwnWords(form),
  }
  const { paper, signatures, ownWords } = brought
  return (arrivedAt ?? paper ?? speaker ?? ownWords) || signatures > 0 ? { brought } : {}
}
