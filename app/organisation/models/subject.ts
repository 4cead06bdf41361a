import { HeadingSchema, SubjectSchema } from '#database/schema'

/** Konu başlığı: the upper level of the list of what petitions are about. */
export class Heading extends HeadingSchema {
  nameIn(locale: string) {
    return inLanguage(this, locale)
  }
}

/**
 * Konu: what a petition is about; knows the unit that usually answers it. On a public one (`joinable`,
 * herkese açık konu) whoever tells of the same may join what others have told.
 */
export class Subject extends SubjectSchema {
  nameIn(locale: string) {
    return inLanguage(this, locale)
  }

  /** What a form says of it; null for nearly all. */
  noticeIn(locale: string) {
    return locale === 'en' ? (this.noticeEn ?? this.notice) : this.notice
  }
}

/** An authority's own additions may have a Turkish name only. */
function inLanguage({ name, nameEn }: { name: string; nameEn: string | null }, locale: string) {
  return locale === 'en' ? (nameEn ?? name) : name
}
