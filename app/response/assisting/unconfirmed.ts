import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { Refusal } from '#shared/typed/problems'
import { ProposedParagraph } from '../models/proposed_paragraph.ts'
import { mayHaveProposed } from './in_use.ts'
import { standingIn } from './standing.ts'

/** What of an answer an officer writes; absent: it has none. */
interface Words {
  text: string
  reason?: string | null
  remedy?: string | null
}

/** A paragraph of a proposal that stands in an answer as it came. */
interface Unconfirmed {
  id: number
  words: string
}

/** Those that nobody has changed or confirmed, in their order. */
export async function unconfirmedIn(
  draft: Words,
  petition: { id: number },
  trx?: TransactionClientContract
): Promise<Unconfirmed[]> {
  if (!(await mayHaveProposed(trx))) return []
  const open = await ProposedParagraph.of(petition, trx).whereNull('confirmed_at')
  return standingIn(wordsOf(draft), open).map(({ row, words }) => ({ id: row.id, words }))
}

/**
 * @param field in which it is mended: the card's list, or the text itself where there is no list
 * @throws ParagraphsOpen as long as one stands there
 */
export async function demandConfirmed(
  draft: Words,
  petition: { id: number },
  trx?: TransactionClientContract,
  field: 'proposed' | 'text' = 'proposed'
) {
  const open = await unconfirmedIn(draft, petition, trx)
  if (open.length > 0) throw new ParagraphsOpen(open, field)
}

/** Words of a model that no person has changed or confirmed yet. */
export class ParagraphsOpen extends Refusal {
  constructor(
    private readonly open: readonly Unconfirmed[],
    field: string
  ) {
    super({ field, rule: 'unconfirmed', values: { count: open.length } })
  }

  /** As the card shows them. */
  get page() {
    return { unconfirmed: this.open }
  }
}

export function wordsOf({ text, reason, remedy }: Words) {
  return [text, reason, remedy].filter(Boolean).join('\n')
}
