import { folded } from '#shared/folded_text'
import { finding } from '../finding.ts'
import { saysWhen } from '../words/dates.ts'
import { sentencesOf } from '../words/sentences.ts'

/** yapılacaktır, onaracağız, ödeyecekler: a verb of the future where a clause ends. */
const FUTURE =
  /\b([a-z]{1,40}(?:acak|ecek|acag|eceg)(?:tir|iz|im|lar|ler|lardir|lerdir|tirlar|tirler)?)["”’)]{0,3}\s?(?:[.!;,…]|$)/g
/** Nothing is promised: it is not done, or it is no verb. */
const NONE = /m[ae]y[ae]c|^(?:gelecek|yiyecek|icecek|giyecek|yakacak)$|(?:acag|eceg)$/
const VAGUE =
  /\b(?:en (?:kisa|yakin)|kisa|yakin) (?:surede|zamanda)\b|\b(?:ilerleyen|onumuzdeki) (?:gunler|haftalar|aylar|zaman|donem|surec)[a-z]*|\byakinda\b|\bplanlan(?:makta|iyor|mis|di)[a-z]*|\bmuteakip[a-z]*|\bbilahare\b/

/** geliyor, başlıyoruz, gelecek: it happens or will happen; of what has happened the day says nothing. */
const AHEAD = /(?:yor(?:uz|lar)?|[ae]c[ae][kg](?:i[mz]|tir|l[ae]r)?)[^a-z]*$/

/**
 * What is promised without a day or a month: nobody can hold it against anything. A day of the sentence
 * before holds on: "Ekip 4 Aralık günü geliyor. Zararı yerinde görecek."
 */
export function openPromises(text: string) {
  const all = sentencesOf(text)
  const open = all.filter(
    (sentence, at) => promises(sentence) && !saysWhen(sentence) && !holdsOn(all[at - 1], sentence)
  )
  return finding(
    'promises',
    open.map((words) => ({ words }))
  )
}

function holdsOn(before: string | undefined, sentence: string) {
  if (!before || VAGUE.test(folded(sentence))) return false
  return saysWhen(before) && AHEAD.test(folded(before))
}

function promises(sentence: string) {
  const words = folded(sentence)
  if (VAGUE.test(words)) return true
  return [...words.matchAll(FUTURE)].some(([, verb]) => !NONE.test(verb!))
}
