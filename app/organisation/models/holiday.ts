import { HolidaySchema } from '#database/schema'

/** Resmî tatil or idari izin: a whole day or a half of one. Without authority: everywhere. */
export class Holiday extends HolidaySchema {}
