import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { OwnWords } from '../models/own_words.ts'
import { Paper } from '../models/paper.ts'
import { Representative } from '../models/representative.ts'
import type { PetitionDetails } from './details.ts'

/** Whoever speaks for a petitioner, of no petition yet; null: nobody does. */
export function speakerIn({ brought, declinesTexts }: PetitionDetails) {
  return brought?.speaker ? Representative.from(brought.speaker, declinesTexts) : null
}

/** Rows beside the petition of how it came and for whom; none for nearly all. */
export async function keepBrought(
  { id: petitionId, authorityId }: { id: number; authorityId: number },
  { brought }: PetitionDetails,
  speaker: Representative | null,
  trx: TransactionClientContract
) {
  if (!brought) return
  const { paper, ownWords } = brought
  if (speaker) {
    await speaker
      .fill({ ...speaker.$attributes, petitionId, authorityId })
      .useTransaction(trx)
      .save()
  }
  if (ownWords) await OwnWords.create({ petitionId, ...ownWords }, { client: trx })
  if (!paper) return
  const row = Paper.from(paper)
  Object.assign(row, { petitionId, authorityId })
  await row.useTransaction(trx).save()
}
