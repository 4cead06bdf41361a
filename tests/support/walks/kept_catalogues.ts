import { Catalogue } from '#organisation'

const { of, forget } = Catalogue
let read = new Map<number, Promise<Catalogue>>()

/**
 * What was read of the authorities, held by the walk: when a form is taken back what it changed is
 * as before, and nothing needs to be read again. Reading takes longer than most forms do.
 *
 * @returns what gives the house its own memory back
 */
export function keepCatalogues() {
  read = new Map()
  Catalogue.of = (id) => {
    const kept = read.get(id) ?? of.call(Catalogue, id)
    read.set(id, kept)
    return kept
  }
  Catalogue.forget = () => {
    read = new Map()
    forget.call(Catalogue)
  }
  return () => {
    Object.assign(Catalogue, { of, forget })
    Catalogue.forget()
  }
}

/** As if nothing had been changed since. */
export function asBefore() {
  const before = new Map(read)
  return () => {
    if (Catalogue.of === of) return Catalogue.forget()
    // Also the house's own, which may hold what was changed.
    forget.call(Catalogue)
    read = before
  }
}
