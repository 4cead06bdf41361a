import type { AssistantSettings } from '#config/assistant'
import { exchange, type Failure } from './exchange.ts'

/** What is asked: what the server is to do, and of what it is to write. */
export interface Prompt {
  system: string
  user: string
}

/** What it wrote; `isCut`: it was not finished. */
type Written = { how: 'written'; text: string; isCut: boolean } | { how: Failure }

/** Words, more or less: a letter of one page. */
const MOST_TOKENS = 900

/** Has the server write, as OpenAI's chat completions do (llama.cpp, vLLM). Never rejects. */
export async function write(settings: AssistantSettings, prompt: Prompt): Promise<Written> {
  const { model, seconds } = settings
  const messages = [
    { role: 'system', content: prompt.system },
    { role: 'user', content: prompt.user },
  ]
  const how = { temperature: 0.2, max_tokens: MOST_TOKENS, stream: false }
  const body = { model, messages, ...how }
  const asked = { path: '/v1/chat/completions', body, within: seconds * 1000 }
  const answer = await exchange(settings, asked)
  if (answer.how !== 'answered') return answer
  const { choices } = (answer.json ?? {}) as { choices?: unknown }
  const [choice] = (Array.isArray(choices) ? choices : []) as (Choice | null | undefined)[]
  const text = choice?.message?.content
  if (typeof text !== 'string') return { how: 'wrong' }
  return { how: 'written', text, isCut: choice?.finish_reason === 'length' }
}

interface Choice {
  message?: { content?: unknown } | null
  finish_reason?: unknown
}
