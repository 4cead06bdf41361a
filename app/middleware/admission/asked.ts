import type { IncomingMessage } from 'node:http'
import router from '@adonisjs/core/services/router'
import { FILES } from './files.ts'

/** What a request asks for, read as the framework reads it. */
export interface Asked {
  /** the route's name; an address that does not exist has none, and a file is called one */
  route: string | undefined
  /** where a form of this house sends to this route; null where there is none */
  action: string | null
}

export function askedBy({ url = '/', method = 'GET' }: IncomingMessage): Asked {
  const [path, query] = parted(url)
  const asked = method === 'HEAD' ? 'GET' : method
  const plain = decoded(path)
  if (asked === 'GET' && FILES.has(plain)) return { route: 'styles.show', action: null }
  const route = router.match(plain, asked, false)?.route.name
  // No route begins with two slashes, as another site's address would.
  const action = route === undefined ? null : path + query
  return { route, action }
}

/** At the first ? or #, whichever it is: what comes after it is the query. */
function parted(url: string) {
  const end = url.slice(1).search(/[?#]/) + 1
  return end === 0 ? ([url, ''] as const) : ([url.slice(0, end), `?${url.slice(end + 1)}`] as const)
}

/** /m%61sa is /masa. */
function decoded(path: string) {
  if (!path.includes('%')) return path
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
