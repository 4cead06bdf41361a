import type { HttpContext } from '@adonisjs/core/http'
import { isFragment } from '#shared/fragment'
import { besideDraft } from '../checks/beside.ts'
import { similarExamples } from '../examples/similar.ts'
import { ExampleInsertion } from '../models/example_insertion.ts'

/** Released answers beside a draft; one of them is taken into it. */
export default class ExampleInsertionsController {
  store(ctx: HttpContext) {
    return besideDraft(ctx, 'response/examples/_offered', async ({ petition, typed }) => {
      const examples = await similarExamples(petition, ctx.officer)
      const chosen = examples.find(({ id }) => String(id) === typed.insert)
      if (!chosen) return { examples }
      await ExampleInsertion.note(petition, chosen.id, ctx.officer)
      const inserted = chosen.id
      // In a browser with scripts it stands at the cursor already.
      if (isFragment(ctx)) return { examples, inserted }
      const text = [typed['draft-text'], chosen.text].filter(Boolean).join('\n\n')
      return { examples, inserted, typed: { ...typed, 'draft-text': text } }
    })
  }
}
