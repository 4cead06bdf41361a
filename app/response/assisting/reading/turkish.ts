import { folded } from '#shared/folded_text'

const WORD = /[\p{L}\p{M}]{1,60}/gu
const OTHER_LETTERS = /[\p{L}--\p{Script=Latin}]/v
/** Short words that hardly any sentence of their language does without. */
const FOREIGN =
  /^(?:the|and|of|to|is|are|you|your|we|our|this|that|for|with|will|has|have|been|be|not|it|der|die|das|und|ist|nicht|wir|sie|ihr|le|la|les|des|est|une|vous|nous|el|los|que|por|para)$/
/** Endings and short words of Turkish, folded. */
const TURKISH =
  /(?:lar|ler|dir|tir|dur|tur|niz|nuz|miz|muz|mek|mak|acak|ecek|yor|digi|dugu|mis|mus|lik|luk|nin|nun|dan|den|tan|ten|iniz|unuz|sini|sine|ildi|ndi|ldu)$|^(?:ve|bir|bu|icin|ile|de|da|size|sizin|olarak|olan|gibi|kadar|sonra|once|daha|en|ya|veya|ise|ne|var|yok|basvuru)/
const SHARE_FOREIGN = 0.15
const SHARE_TURKISH = 0.2

/** Whether a paragraph is Turkish, as far as its letters, endings and short words say. */
export function isTurkish(paragraph: string) {
  if (OTHER_LETTERS.test(paragraph)) return false
  const words: string[] = folded(paragraph).match(WORD) ?? []
  const share = (shape: RegExp) => words.filter((word) => shape.test(word)).length / words.length
  return share(FOREIGN) < SHARE_FOREIGN && share(TURKISH) >= SHARE_TURKISH
}
