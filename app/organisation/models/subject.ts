import { HeadingSchema, SubjectSchema } from '#database/schema'

/** Konu başlığı: the upper level of the list of what petitions are about. */
export class Heading extends HeadingSchema {}

/** Konu: what a petition is about; knows the unit that usually answers it. */
export class Subject extends SubjectSchema {}
