import { ViewSchema } from '#database/schema'

/** Erişim kaydı: an officer opened this petition's card. */
export class View extends ViewSchema {}
