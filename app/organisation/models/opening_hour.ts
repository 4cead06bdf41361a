import { OpeningHourSchema } from '#database/schema'

/** Açık olduğu saat: from when until when somebody is there on one day of the week. */
export class OpeningHour extends OpeningHourSchema {}
