import { unanswered } from '../questions/unanswered.ts'
import { emergencyNotice } from '../../urgency/notice.ts'
import { aboutSubject } from './about_subject.ts'
import { aboutJoining, OFFERED } from '../../joining/offer.ts'
import { aboutNumbers } from './numbers/about_numbers.ts'
import type { Warner, Warning, Written } from './warning.ts'

/** Who has something to say of a form, in the order in which it is said. */
const WARNERS: readonly Warner[] = [
  ...[emergencyNotice, aboutNumbers, aboutSubject, unanswered, aboutJoining],
]

/** What is said of one form, and what of it was read before. */
export class Warnings {
  /** The field in which a form keeps the names of what it has said. */
  static readonly FIELD = 'warned'

  static async of(written: Omit<Written, 'read'>, warners = WARNERS) {
    const read = written.typed.text(Warnings.FIELD).split(' ')
    const said: Warning[] = []
    for (const warner of warners) said.push(...(await warner({ ...written, read })))
    return new Warnings(said, read)
  }

  private constructor(
    readonly list: readonly Warning[],
    private readonly read: readonly string[]
  ) {}

  /** Whether there is something that this form has not said yet. */
  get ask() {
    return this.list.some(({ name }) => !this.read.includes(name))
  }

  /** Of which life depends stands first, whoever said it. */
  get shown() {
    return this.list.toSorted((one, other) => Number(isSoon(one)) - Number(isSoon(other)))
  }

  /** Whether one of them is read by somebody who may have to leave the page at once. */
  get isPrivate() {
    return this.list.some((one) => one.isPrivate)
  }

  /** What the button carries that joins what others have told; null for nearly all. */
  get join() {
    return this.list.find((one) => one.join)?.join ?? null
  }

  /** What the form keeps of them; an offer also when it is not looked for again. */
  get names() {
    const kept = this.read.includes(OFFERED) ? [OFFERED] : []
    return [...new Set([...this.list.map(({ name }) => name), ...kept])].join(' ')
  }
}

function isSoon({ tone }: Warning) {
  return tone === 'soon'
}
