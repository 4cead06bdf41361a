import type { Warner } from '../warning.ts'
import { numbersIn, SORTS, type Found } from './found.ts'

/**
 * Whatever stands in the text is read by everybody who has to do with the petition: numbers of cards,
 * accounts, persons and of others' telephones had better not stand there.
 */
export const aboutNumbers: Warner = ({ typed, i18n }) => {
  const text = typed.text('text')
  if (!/\d{2}/.test(text)) return []
  const [own] = numbersIn(typed.text('phone'))
  const found = numbersIn(text).filter(({ number }) => number !== own?.number)
  return SORTS.flatMap((sort) => {
    const one = found.find((each) => each.sort === sort)
    if (!one) return []
    const t = (key: string) => i18n.t(`intake.warning.${sort}.${key}`, { number: shown(one) })
    return [{ name: sort, tone: 'soon', title: t('title'), lines: [t('line')] }]
  })
}

/** Enough to be found in one's own text. */
function shown({ number }: Found) {
  return `${number.slice(0, 2)}…${number.slice(-4)}`
}
