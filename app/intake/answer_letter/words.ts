import type { I18n } from '@adonisjs/i18n'
import type { Petition } from '../models/petition.ts'
import { NEGATIVE } from '../stages.ts'
import { dayIn } from './form.ts'
import type { GivenAnswer } from './given_answers.ts'

/** What was asked, what else there is to know, and the answer itself, paragraph by paragraph. */
export function paragraphsOf(
  i18n: I18n,
  { signatures }: Pick<Petition, 'signatures'>,
  { step, replaces, replacedOn }: GivenAnswer,
  said: string | null
) {
  const isRefusal = NEGATIVE.includes(step.outcome ?? '')
  return [
    replacedOn && i18n.t('intake.answerLetter.replaced', { date: dayIn(i18n, replacedOn) }),
    said && i18n.t('intake.answerLetter.asked', { said }),
    replaces && i18n.t('intake.answerLetter.replaces', { date: dayIn(i18n, replaces) }),
    ...(step.publicText ?? '').split(/\n+/),
    isRefusal && i18n.t('intake.answerLetter.runs'),
    signatures > 1 && i18n.t('intake.answerLetter.group', { count: signatures }),
  ].filter((text): text is string => Boolean(text))
}
