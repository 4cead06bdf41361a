import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { AssistantSettings } from '#config/assistant'
import { privateLookup, type Resolve } from '#shared/network/private_lookup'
import { isPrivateAddress } from '#shared/network/private_network'
import { readJson } from './read_json.ts'

/** Why nothing came: nobody there, out of the house, too late, or not what was asked for. */
export type Failure = 'away' | 'foreign' | 'slow' | 'wrong'
type Exchange = { how: 'answered'; json: unknown } | { how: Failure }

interface Asked {
  path: string
  /** absent: it is only looked whether somebody is there */
  body?: object
  /** milliseconds, from the looking up of the name to the last octet */
  within: number
}

/**
 * One request to the house's own server and its answer as JSON. Never rejects, follows no redirect, asks
 * no proxy, keeps no connection, and logs nothing: what is sent was a citizen's.
 */
export async function exchange(
  { origin, key }: AssistantSettings,
  { path, body, within }: Asked,
  resolve?: Resolve
): Promise<Exchange> {
  const url = new URL(path, origin)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A socket looks up names alone.
  if (isIP(host) && !isPrivateAddress(host)) return { how: 'foreign' }
  const signal = AbortSignal.timeout(within)
  const send = url.protocol === 'https:' ? tlsRequest : plainRequest
  const words = body && JSON.stringify(body)
  const headers = { ...headersOf(words), ...(key && { authorization: `Bearer ${key}` }) }
  const { promise, resolve: answered } = Promise.withResolvers<IncomingMessage>()
  const broken = Promise.withResolvers<never>()
  const method = words ? 'POST' : 'GET'
  const options = { method, headers, agent: false, signal, lookup: privateLookup(resolve) } as const
  const asked = send(url, options, answered)
  asked.on('error', broken.reject)
  asked.on('close', () => broken.reject(new Error('closed')))
  asked.on('upgrade', (_, socket) => socket.destroy())
  try {
    asked.end(words)
    const response = await Promise.race([promise, broken.promise])
    return { how: 'answered', json: await readJson(response) }
  } catch (error) {
    return { how: signal.aborted ? 'slow' : failureOf(error) }
  } finally {
    broken.promise.catch(() => {})
    asked.destroy()
  }
}

function headersOf(words: string | undefined) {
  const accept = { 'accept': 'application/json', 'accept-encoding': 'identity' }
  if (!words) return accept
  const length = { 'content-length': String(Buffer.byteLength(words)) }
  return { ...accept, ...length, 'content-type': 'application/json' }
}

const AWAY = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

function failureOf(error: unknown): Failure {
  const { code = '' } = (error ?? {}) as { code?: string }
  if (code === 'NOT_PRIVATE') return 'foreign'
  return AWAY.includes(code) ? 'away' : 'wrong'
}
