import { folded } from '#shared/folded_text'
import { sentencesOf } from './sentences.ts'

/** A list of more is none that somebody ticks off. */
const MOST = 8
const LONGEST = 200
const ASKS =
  /\?|\bist(?:iyor|er|egi)|\btalep|\brica|\barz ed|\bbekl(?:iyor|emekte)|\bdil(?:iyor|er)|\blutfen|\bogrenmek|\bgeregi|[iu]ls[iu]n\b|[iu]ns[iu]n\b|\bmisiniz|\bmiyim|\bmusunuz/

/** The sentences of a petition in which somebody asks for something. */
export function proposalsIn(text: string): string[] {
  const asking = sentencesOf(text).filter((one) => ASKS.test(folded(one)))
  return [...new Set(asking.map((one) => one.slice(0, LONGEST)))].slice(0, MOST)
}
