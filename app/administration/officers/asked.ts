import { OfficersList, type Catalogue } from '#organisation'
import type { Typed } from '#shared/typed/typed'

/** What the address of the list asks, and the same as its forms and links say it again. */
export function askedOf(typed: Typed, catalogue: Catalogue) {
  const state = typed.oneOf('durum', OfficersList.states) ?? 'working'
  const unit = catalogue.unitByCode(typed.text('birim'))
  const after = /^\d{1,9}$/.test(typed.text('sonra')) ? Number(typed.text('sonra')) : null
  const sought = typed.text('ara')
  return {
    ...{ state, sought, unitId: unit?.id ?? null, after },
    words: {
      ara: sought || null,
      birim: unit?.code ?? null,
      durum: state === 'working' ? null : state,
    },
  }
}
