import { KeptFilterSchema } from '#database/schema'
import type { Officer } from '#organisation'
import { NationalId } from '#shared/typed/national_id'
import { PhoneNumber } from '#shared/typed/phone_number'
import { Refusal } from '#shared/typed/problems'
import type { Typed } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'

/** Beside the list they are links: so many are found at a glance. */
const MOST = 12

/** Saklanan süzgeç: what an officer asks of the queue again and again, under a name; nobody else's. */
export class KeptFilter extends KeptFilterSchema {
  static of({ id }: Officer) {
    return this.query().where('officer_id', id).orderBy('id').limit(MOST)
  }

  /** @throws Refusal where there are as many as there may be, or the name is none */
  static async keep({ id: officerId }: Officer, name: string, asked: string) {
    const known = await this.query().where('officer_id', officerId).orderBy('id').limit(MOST)
    // Pressed twice it is kept once.
    if (known.some((one) => one.name === name && one.asked === asked)) return
    if (known.length >= MOST) {
      throw new Refusal({ field: 'filter', rule: 'most', values: { most: MOST } })
    }
    if (known.some((one) => one.name === name)) {
      throw new Refusal({ field: 'filter', rule: 'taken' })
    }
    await this.create({ officerId, name, asked })
  }

  static ownOf({ id: officerId }: Officer, id: number) {
    return this.findBy({ officerId, id })
  }

  async rename(name: string) {
    const others = await KeptFilter.query().where('officer_id', this.officerId).limit(MOST)
    const isTaken = others.some((one) => one.id !== this.id && one.name === name)
    if (isTaken) throw new Refusal({ field: `filter-${this.id}`, rule: 'taken' })
    this.name = name
    await this.save()
  }
}

/**
 * The name that was typed: of a list, and of nobody.
 *
 * @throws Refusal also where it is somebody's telephone or identity number
 */
export function filterName(typed: Typed, field: string) {
  const name = typed.read((form) =>
    form.line(field, { required: true, max: LONGEST.kept_filters.name })
  )
  const digits = name.replace(/\D/g, '')
  const isSomebodys = PhoneNumber.parse(digits) ?? NationalId.parse(digits)
  if (isSomebodys || digits.length > 6) throw new Refusal({ field, rule: 'somebodys' })
  return name
}
