import type { HttpContext } from '@adonisjs/core/http'
import { Typed } from '#shared/typed/typed'
import { OutageKey } from '../outage/sealing/key.ts'
import { OutageToken, TOKENS } from '../outage/sealing/token.ts'

/** The line is there: what a browser needs for when it is cut, and to send what waits. */
export default class OutageLinesController {
  show({ officer, request, response }: HttpContext) {
    const { name, open } = OutageKey.current()
    const now = Date.now()
    const asked = Typed.asked({ request })
    // What the browser has of this officer's already.
    const has = asked.text('yazan') === String(officer.id) ? Number(asked.text('var')) || 0 : 0
    const length = Math.min(TOKENS.most, Math.max(0, TOKENS.most - Math.floor(has)))
    const tokens = Array.from({ length }, () => OutageToken.issue(officer, now))
    return response.json({
      csrf: request.csrfToken,
      now,
      key: { name, open },
      authority: officer.authorityId,
      writer: { id: officer.id, name: officer.name },
      days: TOKENS.days,
      tokens: tokens.map((token) => ({ token: token.text, reference: token.reference })),
    })
  }
}
