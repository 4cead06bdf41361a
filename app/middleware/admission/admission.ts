import type { IncomingMessage, ServerResponse } from 'node:http'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { Gate } from './gate.ts'
import { KINDS, kindOf } from './kinds.ts'
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
    const kind = kindOf(routeOf(request))
    // Files, which the web server in front gives out where there is one, and what is fetched beside a page.
    if (kind === null) return handle(request, response)
    gate.enter(
      kind,
      // Who has left meanwhile needs no answer.
      async () => request.socket.destroyed || (await handle(request, response)),
      () => refuse(request, response, kind)
    )
  }
}

/** The route's name; an address that does not exist has none, and a file is called one. */
function routeOf({ url = '/', method = 'GET' }: IncomingMessage) {
  const path = pathOf(url)
  const asked = method === 'HEAD' ? 'GET' : method
  const name = router.match(path, asked, false)?.route.name
  return name ?? (/\.\w+$/.test(path) ? 'styles.show' : undefined)
}

/** As the framework reads it, which also takes /m%61sa for /masa. */
function pathOf(url: string) {
  const path = url.startsWith('/') ? url.split('?', 1)[0]! : (URL.parse(url)?.pathname ?? url)
  if (!path.includes('%')) return path
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
