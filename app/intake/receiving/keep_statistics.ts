import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Statistics } from '../form/statistics.ts'
import { PetitionStatistic } from '../models/petition_statistic.ts'

/** A row beside the petition; none where nothing was asked or said. */
export async function keepStatistics(
  { id }: { id: number },
  said: Statistics | null | undefined,
  trx: TransactionClientContract
) {
  if (said) await PetitionStatistic.create({ petitionId: id, ...said }, { client: trx })
}
