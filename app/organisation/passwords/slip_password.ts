import { randomInt } from 'node:crypto'
import { folded } from '#shared/folded_text'

/** Nothing that is mistaken for something else when it is read from paper. */
const LETTERS = 'abcdefghkmnprstuvwyz2345679'
const LENGTH = 16
const GROUP = 4

/** The password on a slip: sixteen letters and figures, 76 bits, in groups that are easy to copy. */
export const SlipPassword = {
  make() {
    const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]!)
    return letters.join('')
  },

  /** As it is printed: k7mt-p3wx-… */
  shown(password: string) {
    return password.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-')
  },

  /** As it is kept, however it was copied: in capitals, without the strokes, with spaces. */
  read(typed: string) {
    return folded(typed).replace(/[\s-]/g, '')
  },
}
