import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { askFor } from '../assisting/asking/ask.ts'
import { unconfirmedIn } from '../assisting/unconfirmed.ts'
import { draftIn, nameOf } from '../card/typed.ts'
import { besideDraft } from '../checks/beside.ts'

/** Taslak önerisi: the house's own model proposes paragraphs, which stand in the draft as what they are. */
export default class DraftProposalsController {
  async store(ctx: HttpContext) {
    const { outcome } = draftIn(Typed.from(ctx).part(nameOf('draft', '')))
    const proposal = await askFor(ctx.officer, ctx.params.number, outcome)
    return besideDraft(ctx, 'response/assisting/_proposed', async ({ petition, typed }) => {
      const text = [typed['draft-text'], ...(proposal?.paragraphs ?? [])]
        .filter(Boolean)
        .join('\n\n')
      const words = { ...typed, 'draft-text': text }
      const draft = draftIn(new Typed(words).part(nameOf('draft', '')))
      return { proposal, typed: words, unconfirmed: await unconfirmedIn(draft, petition) }
    })
  }
}
