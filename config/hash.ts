import { defineConfig, drivers } from '@adonisjs/core/hash'
import env from '#start/env'

/** Tests take the cheapest cost: they check who may sign in, not the hash. */
const scrypt = (parallelization: number) =>
  drivers.scrypt({
    cost: env.get('NODE_ENV') === 'test' ? 16 : 16_384,
    blockSize: 8,
    parallelization,
    maxMemory: 33_554_432,
  })

/**
 * scrypt for passwords, N = 2^14, r = 8, p = 5 (OWASP's second figure: 16 MB, 0.14 s here). Until
 * November 2026 it was p = 1; `rest` is the work between the two.
 */
export default defineConfig({
  default: 'scrypt',
  list: { scrypt: scrypt(5), rest: scrypt(4) },
})

declare module '@adonisjs/core/types' {
  export interface HashersList {
    scrypt: ReturnType<typeof drivers.scrypt>
    rest: ReturnType<typeof drivers.scrypt>
  }
}
