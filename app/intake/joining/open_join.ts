import type { ModelObject } from '@adonisjs/lucid/types/model'
import { read } from '#shared/database/read'
import { PetitionJoin } from '../models/petition_join.ts'
import type { PetitionNumber } from '../petition_number.ts'
import { NOBODYS } from '../secret/opening.ts'
import type { Secret } from '../secret/secret.ts'

const OF_NUMBER = 'select * from petition_joins where number = ?'

/** The join that number and code open together; asked where they open no petition, whichever of the two is wrong. */
export async function openJoin({ digits }: PetitionNumber, secret: Secret) {
  const [row] = await read<Row>(OF_NUMBER, [digits])
  const opens = secret.opens({ number: digits, secretDigest: row?.secret_digest ?? NOBODYS })
  return opens ? (PetitionJoin.$createFromAdapterResult(row!) as PetitionJoin) : null
}

type Row = ModelObject & { secret_digest: string }
