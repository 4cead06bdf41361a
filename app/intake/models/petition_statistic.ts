import { PetitionStatisticSchema } from '#database/schema'

/** İstatistik cevapları: what a petitioner said of themselves for statistics; no page of a petition shows it. */
export class PetitionStatistic extends PetitionStatisticSchema {}
