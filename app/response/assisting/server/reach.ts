import assistant from '#config/assistant'
import { exchange, type Failure } from './exchange.ts'

/** Milliseconds for which a page waits. */
const PATIENCE = 3_000

/** Whether the server is there: `off` where none is named. */
export async function reach(): Promise<'off' | 'there' | Failure> {
  if (!assistant.settings) return 'off'
  const asked = { path: '/v1/models', within: PATIENCE }
  const { how } = await exchange(assistant.settings, asked)
  return how === 'answered' ? 'there' : how
}
