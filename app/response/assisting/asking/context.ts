import i18nManager from '@adonisjs/i18n/services/main'
import type { Petition } from '#intake'
import { Catalogue, type Officer } from '#organisation'
import { similarExamples } from '../../examples/similar.ts'
import { ReadyText } from '../../models/ready_text.ts'
import { ANSWER_OUTCOMES } from '../../draft.ts'

/** So many of each, and letters of each: a small model reads no more. */
const MOST = 2
const LONGEST = 900

/** What stands beside a petition when somebody answers it: words of the house, of nobody. */
interface Context {
  subject: string
  /** as the officer chose it, in words; null: not chosen yet */
  outcome: string | null
  texts: string[]
}

export async function contextOf(
  petition: Petition,
  officer: Officer,
  outcome: string | null
): Promise<Context> {
  const { authorityId, subjectId, locale } = petition
  const { tree, ...catalogue } = await partsOf(petition)
  const counted = subjectId && tree.countedAs(subjectId)
  const ready = (await ReadyText.offered(authorityId, counted, locale)).slice(0, MOST)
  const examples = (await similarExamples(petition, officer)).slice(0, MOST)
  const isChosen = ANSWER_OUTCOMES.some((one) => one === outcome)
  return {
    subject: catalogue.subject,
    outcome: isChosen ? i18nManager.locale('tr').t(`intake.outcome.${outcome}`) : null,
    texts: [...ready.map(({ text }) => text), ...examples.map(({ text }) => text)].map((text) =>
      text.slice(0, LONGEST)
    ),
  }
}

async function partsOf({ authorityId, subjectId }: Petition) {
  const catalogue = await Catalogue.of(authorityId)
  return { tree: catalogue.tree, subject: catalogue.subject(subjectId)?.nameIn('tr') ?? '' }
}
