import type { Dice } from '#database/demo/dice'

const BESIDE: Record<string, string> = {
  ...{ a: 's', e: 'r', i: 'o', ı: 'o', o: 'p', u: 'y', s: 'a', t: 'r', r: 't', n: 'm', m: 'n' },
  ...{ k: 'l', l: 'k', d: 'f', y: 't', b: 'v', v: 'b', ş: 's', ç: 'c', ğ: 'g', ü: 'u', ö: 'o' },
}
const PLAIN: Record<string, string> = {
  ...{ ç: 'c', ğ: 'g', ı: 'i', ö: 'o', ş: 's', ü: 'u' },
  ...{ Ç: 'C', Ğ: 'G', İ: 'I', Ö: 'O', Ş: 'S', Ü: 'U' },
}
/** Two of three people type without them, as in the examples that are shipped. */
const WITHOUT_MARKS = 69
const WORDS_WITH_A_SLIP = 8

/** How one person types all that they write: one hand for the whole of a petition. */
export function handOf(dice: Dice) {
  const plain = dice.percent(WITHOUT_MARKS)
  const capitals = dice.percent(5)
  const lower = dice.percent(50)
  const stops = !dice.percent(30)
  return (text: string) => {
    const slipped = text.split(' ').map((word) => slip(word, dice))
    let typed = slipped.join(' ')
    if (!stops) typed = typed.replace(/[.,]/g, '')
    if (lower) typed = typed.toLocaleLowerCase('tr')
    if (capitals) typed = typed.toLocaleUpperCase('tr')
    return plain ? typed.replace(/[çğıöşüÇĞİÖŞÜ]/g, (letter) => PLAIN[letter]!) : typed
  }
}

function slip(word: string, dice: Dice) {
  if (word.length < 4 || !dice.percent(WORDS_WITH_A_SLIP)) return word
  const at = dice.between(1, word.length - 2)
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)]
  return dice.pick([
    before + after,
    before + letter + letter + after,
    before + after[0]! + letter + after.slice(1),
    before + (BESIDE[letter.toLocaleLowerCase('tr')] ?? letter) + after,
  ])
}
