import type { Catalogue } from '#organisation'
import type { Form } from '#shared/typed/typed'
import { LONGEST } from '../longest.ts'
import { MANAGER, type Complained } from '../shield/at_receipt.ts'

/** Whom somebody complains about: a unit or the manager, and a person's name as it was typed. */
export function readComplained(form: Form, catalogue: Catalogue): Complained {
  const isManagers = form.text('complained') === MANAGER
  const name = form.line('complainedName', { max: LONGEST.petitioners.name })
  return {
    complainedUnit: isManagers
      ? null
      : form.as('complained', unitsOf(catalogue), { wrong: 'choice' }),
    ...(isManagers && { complainsOfManager: true }),
    ...(name && { complainedName: name }),
  }
}

export function unitsOf(catalogue: Catalogue) {
  return { parse: (code: string) => catalogue.unitByCode(code) ?? null }
}
