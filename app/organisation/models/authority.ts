import { AuthoritySchema } from '#database/schema'

/** Makam: a governorate (valilik) or district governorate (kaymakamlık). */
export class Authority extends AuthoritySchema {
  /** Whether these pages would stand where another one's do. */
  static async hasHostOfAnother({ code, host }: { code: string; host: string }) {
    return (await this.query().where({ host }).whereNot('code', code).first()) !== null
  }
}
