import type { IncomingMessage, ServerResponse } from 'node:http'
import app from '@adonisjs/core/services/app'
import { SESSION_COOKIE } from '#config/session'
import { askedBy } from './asked.ts'
import { isLarge, roomForLarge } from './bodies.ts'
import { Gate } from './gate.ts'
import { KINDS, kindOf, OFFICERS } from './kinds.ts'
import { LoopDelay } from './loop_delay.ts'
import { refuse } from './refusal.ts'

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown

const delay = new LoopDelay()

/** The one gate of this process. In tests nobody is refused for what else the machine does. */
export const gate = app.inTest
  ? new Gate(KINDS, () => 0, { once: Infinity, always: Infinity })
  : new Gate(KINDS, () => delay.now)

/**
 * In front of the framework, which has done nothing yet when a request is refused: at four times what
 * a machine can do, three of four requests are.
 */
export function admitting(handle: Handle): Handle {
  return (request, response) => {
    delay.watch()
    const { route, action } = askedBy(request)
    const named = kindOf(route)
    // Files, which the web server in front gives out where there is one, and what is fetched beside a page.
    if (named === null) return handle(request, response)
    const kind = OFFICERS.includes(named) && !saysWho(request) ? 'strangers' : named
    const enter = () =>
      gate.enter(
        kind,
        // Who has left meanwhile needs no answer.
        async () => request.socket.destroyed || (await handle(request, response)),
        () => refuse(request, response, kind, action)
      )
    if (!isLarge(request)) return enter()
    void roomForLarge(request, response).then((found) =>
      // Nothing of it was read: it stands where it was typed.
      found ? enter() : refuse(request, response, kind, null)
    )
  }
}

/** Whether it brings a session, be it one or not: to know that would take the database. */
function saysWho({ headers: { cookie = '' } }: IncomingMessage) {
  return cookie.split(/; */).some((one) => one.startsWith(`${SESSION_COOKIE}=`))
}
