import i18n from '@adonisjs/i18n/services/main'
import type { Catalogue } from '#organisation'
import type { Field, Recorded } from './fields.ts'
import { shown } from './recorded.ts'

/** What stood in a field, as people read it. */
export class Worded {
  readonly #t = (key: string) => i18n.locale(this.locale).t(key)

  constructor(
    private readonly catalogue: Catalogue,
    private readonly locale: string
  ) {}

  /** null: nothing, or a unit of another authority, which is not named here */
  of(field: Field, was: string | null): string | null {
    if (!was) return null
    switch (field) {
      case 'kind':
        return this.#t(`intake.kind.${was}`)
      case 'language':
        return this.#t(`intake.desk.languages.${was}`)
      case 'texts':
        return this.#t(`intake.amending.texts.${was}`)
      case 'relation':
        return this.#t(`intake.brought.relations.${was}`)
      case 'proof':
        return this.#t(`intake.brought.proofs.${was}`)
      case 'told':
        return this.#t(`intake.brought.tells.${was}`)
      case 'subject':
        return this.catalogue.subject(Number(was))?.nameIn(this.locale) ?? null
      case 'complained':
        return this.catalogue.has(Number(was)) ? this.catalogue.unit(Number(was)).name : null
      default:
        return shown({ ...NOTHING, [field]: was }, this.catalogue)[field]
    }
  }
}

const NOTHING = {
  ...{ subject: '', complained: '', nationalId: '', phone: '' },
  ...{ representativeId: '', representativePhone: '' },
} as Recorded
