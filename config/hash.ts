import { defineConfig, drivers } from '@adonisjs/core/hash'
import env from '#start/env'

/** scrypt for passwords. Tests take the cheapest cost: they check who may sign in, not the hash. */
export default defineConfig({
  default: 'scrypt',
  list: {
    scrypt: drivers.scrypt({
      cost: env.get('NODE_ENV') === 'test' ? 16 : 16_384,
      blockSize: 8,
      parallelization: 1,
      maxMemory: 33_554_432,
    }),
  },
})

declare module '@adonisjs/core/types' {
  export interface HashersList {
    scrypt: ReturnType<typeof drivers.scrypt>
  }
}
