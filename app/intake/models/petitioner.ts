import { column } from '@adonisjs/lucid/orm'
import { PetitionerSchema } from '#database/schema'
import { sealedColumn } from '#shared/sealed'
import { blindIndex } from '#shared/keys'
import type { NationalId } from '#shared/typed/national_id'
import type { PhoneNumber } from '#shared/typed/phone_number'
import { maskedId, prettyPhone } from '../brought/recognised.ts'
import type { ToldPerson } from '../brought/words.ts'
import { nameKey } from '../people/name_key.ts'

/** What is known of whoever brings a petition; at the desk perhaps nothing. */
export interface Known {
  name: string | null
  nationalId: NationalId | null
  phone: PhoneNumber | null
  /** Wants no text messages, though there is a phone to call. */
  declinesTexts: boolean
  email: string | null
  address: string | null
  brought?: { told: ToldPerson }
}

/**
 * Başvuru sahibi: who brings a petition. One row a petition; the same person is found again by the
 * blind index of identity number, phone or name, and rows are never merged.
 */
export class Petitioner extends PetitionerSchema {
  /** Who gets code and messages; asked as `toldOf(petition)`. */
  declare told: ToldPerson

  @column(sealedColumn)
  declare nationalId: string | null

  @column(sealedColumn)
  declare phone: string | null

  @column(sealedColumn)
  declare email: string | null

  @column(sealedColumn)
  declare address: string | null

  /** Who brings what was typed; of no petition yet. */
  static from({ name, email, address, nationalId, phone, declinesTexts, brought }: Known) {
    const told = brought?.told ?? 'petitioner'
    const petitioner = new this().fill({ email, address, declinesTexts, told })
    petitioner.setName(name)
    petitioner.setNationalId(nationalId)
    petitioner.setPhone(phone)
    return petitioner
  }

  setName(name: string | null) {
    this.name = name
    this.nameIndex = nameKey(name)
  }

  setNationalId(id: NationalId | null) {
    this.nationalId = id?.digits ?? null
    this.nationalIdIndex = id && blindIndex('nationalId', id.digits)
  }

  setPhone(phone: PhoneNumber | null) {
    this.phone = phone?.e164 ?? null
    this.phoneIndex = phone && blindIndex('phone', phone.e164)
  }

  /** Whether a letter or a visit can reach them: of whoever stays unknown nothing is written down. */
  get canBeFound() {
    return Boolean(this.name ?? this.address ?? this.nationalId)
  }

  get maskedNationalId() {
    return maskedId(this.nationalId)
  }

  get prettyPhone() {
    return prettyPhone(this.phone)
  }
}
