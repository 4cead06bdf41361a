import type { HttpContext } from '@adonisjs/core/http'
import { Catalogue } from '#organisation'
import { notFound } from '#shared/not_found'
import { ReadyText } from '../models/ready_text.ts'
import { PLACEHOLDERS } from './placeholders.ts'

/** All ready texts of the officer's authority, by subject. */
export async function textsList({ officer }: HttpContext) {
  const catalogue = await Catalogue.of(officer.authorityId)
  const rows = await ReadyText.at(officer.authorityId).preload('author')
  const texts = rows.map((row) => ({
    ...{ id: row.id, title: row.title, isOn: Boolean(row.isOn), hasEnglish: row.textEn !== null },
    ...{ at: row.enteredAt, by: row.author?.name ?? null },
    subject: catalogue.subject(row.subjectId)?.nameIn(officer.locale) ?? null,
  }))
  const collator = new Intl.Collator('tr')
  const bySubject = (one: (typeof texts)[0]) => `${one.subject ?? ''} ${one.title}`
  return { texts: texts.toSorted((a, b) => collator.compare(bySubject(a), bySubject(b))) }
}

/** The ready text in the address, of the officer's own authority, as it is now. */
export async function textAt({ officer, params, request }: HttpContext) {
  const own = { id: Number(params.id), authority_id: officer.authorityId }
  const found = await ReadyText.query().where(own).whereNull('closed_at').first()
  return found ?? notFound({ request })
}

/** What the form of one shows besides what was typed; null: of a new one. */
export async function textPage({ officer }: HttpContext, text: ReadyText | null) {
  const catalogue = await Catalogue.of(officer.authorityId)
  const subjects = catalogue.subjects.map((one) => ({
    code: one.code,
    name: one.nameIn(officer.locale),
  }))
  return {
    ...{ id: text?.id ?? null, version: text?.version ?? 0, subjects, placeholders: PLACEHOLDERS },
    before: text ? await ReadyText.saidBefore(text) : [],
    typed: text ? wordsOf(text, catalogue) : { isOn: '1' },
  }
}

function wordsOf({ title, subjectId, text, textEn, isOn }: ReadyText, catalogue: Catalogue) {
  const subject = catalogue.subject(subjectId)?.code ?? ''
  return { title, subject, text, textEn: textEn ?? '', isOn: isOn ? '1' : '' }
}
