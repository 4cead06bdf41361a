import { PetitionChanged, type UnitQuestion } from '#intake'
import type { Officer } from '#organisation'
import { Refusal } from '#shared/typed/problems'

/**
 * Answers a question, where nobody was faster: the same officer's second press has nothing left to do.
 *
 * @throws Refusal where the petition was changed at this very moment
 */
export async function unlessChanged(
  question: UnitQuestion,
  { officer, words }: { officer: Officer; words: string },
  answer: () => Promise<void>
) {
  if (!question.isOpen && question.endedBy === officer.id && question.words === words) return
  try {
    await answer()
  } catch (error) {
    if (!(error instanceof PetitionChanged)) throw error
    throw new Refusal({ field: 'version', rule: 'changed' })
  }
}
