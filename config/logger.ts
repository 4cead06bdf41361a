import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, targets } from '@adonisjs/core/logger'
import { logMethod } from '#exceptions/log_line'

/** One line a fact, to standard output; what may stand in it says log_line.ts. */
const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'acik-kapi',
      level: env.get('LOG_LEVEL') ?? 'info',
      hooks: { logMethod },
      ...(app.inDev && process.stdout.isTTY
        ? { transport: { targets: [targets.pretty({ ignore: 'pid,hostname,name' })] } }
        : { destination: undefined }),
    },
  },
})

export default loggerConfig

declare module '@adonisjs/core/types' {
  export interface LoggersList {
    app: unknown
  }
}
