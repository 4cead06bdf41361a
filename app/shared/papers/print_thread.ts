/** The other side of print_letter.ts: makes one paper after the other, with the fonts that it has read once. */
import { parentPort } from 'node:worker_threads'
import { FACES, fontOf } from './faces.ts'
import { layOut, type OfficialLetter } from './official_letter.ts'

// Reading them takes longer than some letters: with the thread, not with the first of them.
for (const face of FACES) fontOf(face)

parentPort!.on('message', async (letter: OfficialLetter) => {
  try {
    parentPort!.postMessage({ pdf: await layOut(letter) })
  } catch (error) {
    // What a fault says of itself may hold words of the letter.
    parentPort!.postMessage({ fault: (error as Error).name })
  }
})
