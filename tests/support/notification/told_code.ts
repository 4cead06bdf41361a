import { setTimeout as pause } from 'node:timers/promises'
import { Message } from '../../../app/notification/models/message.ts'

export function codes() {
  return Message.query().where('event', 'code').orderBy('id', 'desc')
}

/** The last one-time code that was told; it leaves once the answer has. */
export async function toldCode() {
  for (let turn = 0; turn < 200; turn++) {
    const message = await codes().first()
    if (message) return message.sealed!
    await pause(10)
  }
  throw new Error('no code was told')
}
