/** The other side of print_letter.ts: makes one paper after the other, with the fonts that it has read once. */
import { parentPort } from 'node:worker_threads'
import { layOut, type OfficialLetter } from './official_letter.ts'

parentPort!.on('message', async (letter: OfficialLetter) => {
  try {
    parentPort!.postMessage({ pdf: await layOut(letter) })
  } catch (error) {
    // What a fault says of itself may hold words of the letter.
    parentPort!.postMessage({ fault: (error as Error).name })
  }
})
