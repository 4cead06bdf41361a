import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { Officer } from '#organisation'
import type { Typed } from '#shared/typed/typed'
import { IdentityCheck } from '../models/identity_check.ts'
import { ParkedForm } from '../models/parked_form.ts'
import { ReadBack } from '../models/read_back.ts'

/** What the desk did while it wrote a petition down, kept with it. */
export class DeskNotes {
  static async of(typed: Typed, officer: Officer) {
    const check = await IdentityCheck.named(typed.text('checked'), officer)
    return new DeskNotes(officer, check, typed.ticks('readOut'), typed.ticks('parked'))
  }

  private constructor(
    private readonly officer: Officer,
    private readonly check: IdentityCheck | null,
    private readonly isReadBack: boolean,
    private readonly wasParked: boolean
  ) {}

  async keep(
    { id, tokenDigest }: { id: number; tokenDigest: string | null },
    trx: TransactionClientContract
  ) {
    const { check, officer } = this
    if (check) {
      await IdentityCheck.query({ client: trx }).where('id', check.id).update({ broughtId: id })
    }
    if (this.isReadBack) {
      const row = { petitionId: id, officerId: officer.id, readAt: DateTime.utc() }
      await ReadBack.create(row, { client: trx })
    }
    if (this.wasParked && tokenDigest) {
      await ParkedForm.query({ client: trx }).where({ tokenDigest }).delete()
    }
  }
}
