import type { I18n } from '@adonisjs/i18n'
import type { Petition, toldOutside } from '#intake'
import { longDate } from '#shared/dates/turkish_date'

type Told = Awaited<ReturnType<typeof toldOutside>>

/** Ek 1: the petition itself, on pages of its own behind the letter. */
export function enclosedPetition(
  petition: Petition,
  told: Told,
  subject: string | null,
  i18n: I18n
) {
  const { shownNumber, receivedAt } = petition
  const facts: [string, string | null | undefined][] = [
    [i18n.t('routing.letter.petitionNumber'), shownNumber],
    [i18n.t('routing.letter.receivedOn'), longDate(receivedAt)],
    [i18n.t('routing.letter.kind'), i18n.t(`intake.kind.${petition.kind}`)],
    [i18n.t('routing.letter.subject'), subject],
    [i18n.t('routing.letter.place'), told.place],
    ...who(told, i18n),
    ...told.particulars.map(({ label, value }): [string, string] => [label, value]),
  ]
  const added = told.added.map(
    ({ text, at }) => `${i18n.t('routing.letter.added', { day: longDate(at) })} ${text}`
  )
  return {
    title: i18n.t('routing.letter.enclosed'),
    facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
    paragraphs: [...told.text.split(/\n+/), ...added],
  }
}

function who({ who: person }: Told, i18n: I18n): [string, string | null | undefined][] {
  if (!person) return [[i18n.t('routing.letter.petitioner'), i18n.t('routing.letter.hidden')]]
  const { name, phone, address, email, speaker, signatures } = person
  const relation = speaker && i18n.t(`intake.brought.relations.${speaker.relation}`)
  return [
    [i18n.t('routing.letter.petitioner'), name ?? i18n.t('routing.letter.unnamed')],
    [i18n.t('routing.letter.phone'), phone],
    [i18n.t('routing.letter.email'), email],
    [i18n.t('routing.letter.address'), address],
    [
      i18n.t('routing.letter.speaker'),
      speaker && [speaker.name, relation, speaker.phone].filter(Boolean).join(', '),
    ],
    [i18n.t('routing.letter.signatures'), signatures > 1 ? String(signatures) : null],
  ]
}
