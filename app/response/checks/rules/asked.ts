import { termsOf } from '#intake'
import { finding } from '../finding.ts'
import { proposalsIn } from '../words/proposals.ts'
import { tokensOf } from '../words/tokens.ts'

export interface SomeWant {
  text: string
  isAnswered: boolean
}

/** They stand in every petition, and say nothing of what is wanted. */
const EMPTY = new Set(
  termsOf(`ne zaman neden niçin nasıl kaç istiyorum istiyoruz isterim talep ediyorum rica ederim arz
    ederim lütfen gereğinin yapılmasını yapılsın yapılacak olacak edilmesini bekliyorum öğrenmek bilgi
    verilmesini verilsin acaba misiniz mısınız var yok için çok bize bana benim bizim lazım gerekli`)
)
/** Of fewer words nobody can say whether an answer speaks of them. */
const FEWEST = 3

/**
 * Whether each thing asked for is answered: by the officer's own list; without one, what a petition
 * asks for in several sentences must at least be spoken of.
 */
export function unanswered(wants: readonly SomeWant[], petition: string | null, answer: string) {
  if (wants.length > 0) {
    const open = wants.filter(({ isAnswered }) => !isAnswered)
    return finding(
      'asked',
      open.map(({ text }) => ({ words: text }))
    )
  }
  const asked = proposalsIn(petition ?? '')
  if (asked.length < 2) return null
  const said = new Set(termsOf(answer))
  const passedOver = asked.filter((sentence) => {
    const words = tokensOf(sentence).map(({ word }) => termsOf(word))
    const told = words.filter((terms) => terms.some((term) => !EMPTY.has(term)))
    return told.length >= FEWEST && !told.flat().some((term) => said.has(term))
  })
  return finding(
    'asked',
    passedOver.map((words) => ({ words }))
  )
}
