import { AuthoritySchema } from '#database/schema'

/** Makam: a governorate (valilik) or district governorate (kaymakamlık). */
export class Authority extends AuthoritySchema {}
