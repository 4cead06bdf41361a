import { isIP } from 'node:net'
import env from '#start/env'
import { isPrivateAddress } from '#shared/network/private_network'

/** Seconds until nobody waits any longer; a model without a graphics card writes some words a second. */
const SECONDS = 20
const MOST_SECONDS = 55

/** A server in the house's own network that writes drafts, as llama.cpp and vLLM offer it. */
export interface AssistantSettings {
  /** where it listens, without a path of its own: http://127.0.0.1:8080 */
  origin: URL
  model: string
  /** '': it asks for none */
  key: string
  seconds: number
}

/** As the environment says it. */
interface Written {
  url?: string
  model?: string
  key?: string
  seconds?: number
}

/**
 * Null: there is none, as long as nobody names one.
 *
 * @throws RangeError, which repeats nothing: a key may stand in the wrong line
 */
export function settingsFrom({ url, model, key = '', seconds = SECONDS }: Written) {
  if (!url) return null
  const origin = originOf(url)
  if (!model) {
    throw new RangeError('ASSISTANT_MODEL is missing: which model the server is asked for')
  }
  if (seconds > MOST_SECONDS) throw new RangeError(`ASSISTANT_SECONDS is at most ${MOST_SECONDS}`)
  return { origin, model, key, seconds }
}

function originOf(written: string) {
  const url = URL.canParse(written) ? new URL(written) : null
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
  if (!isPlain) throw new RangeError('ASSISTANT_URL is an address like http://127.0.0.1:8080')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isPrivateAddress(host)) {
    throw new RangeError('ASSISTANT_URL is no address of this machine or of a private network')
  }
  return url
}

const settings: AssistantSettings | null = settingsFrom({
  url: env.get('ASSISTANT_URL'),
  model: env.get('ASSISTANT_MODEL'),
  key: env.get('ASSISTANT_KEY')?.release(),
  seconds: env.get('ASSISTANT_SECONDS'),
})

export default { settings }
