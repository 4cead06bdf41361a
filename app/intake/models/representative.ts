import { column } from '@adonisjs/lucid/orm'
import { RepresentativeSchema } from '#database/schema'
import { blindIndex } from '#shared/keys'
import { sealedColumn } from '#shared/sealed'
import type { NationalId } from '#shared/typed/national_id'
import type { PhoneNumber } from '#shared/typed/phone_number'
import { maskedId, prettyPhone } from '../brought/recognised.ts'
import { nameKey } from '../people/name_key.ts'
import type { Proof, Relation } from '../brought/words.ts'

export interface Speaker {
  relation: Relation
  name: string | null
  nationalId: NationalId | null
  phone: PhoneNumber | null
  proof: Proof | null
  proofNote: string | null
}

/** Temsilci: who speaks for a petitioner. One row a petition, as petitioners are. */
export class Representative extends RepresentativeSchema {
  @column(sealedColumn)
  declare name: string | null

  @column(sealedColumn)
  declare nationalId: string | null

  @column(sealedColumn)
  declare phone: string | null

  @column(sealedColumn)
  declare proofNote: string | null

  /** Told by texts alone: of a representative no other way is written down. */
  readonly email = null
  readonly address = null

  /** @param declinesTexts whoever is told of this petition wants none */
  static from({ nationalId, phone, ...rest }: Speaker, declinesTexts: boolean) {
    const one = new this().fill({ ...rest, declinesTexts, nameIndex: nameKey(rest.name) })
    one.nationalId = nationalId?.digits ?? null
    one.nationalIdIndex = nationalId && blindIndex('nationalId', nationalId.digits)
    one.setPhone(phone)
    return one
  }

  setPhone(phone: PhoneNumber | null) {
    this.phone = phone?.e164 ?? null
    this.phoneIndex = phone && blindIndex('phone', phone.e164)
  }

  get canBeFound() {
    return Boolean(this.name ?? this.nationalId)
  }

  get maskedNationalId() {
    return maskedId(this.nationalId)
  }

  get prettyPhone() {
    return prettyPhone(this.phone)
  }
}
