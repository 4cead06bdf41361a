import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig, targets } from '@adonisjs/core/logger'
import { withoutPersonalData } from '#exceptions/log_line'

/** One line a fact, to standard output. Errors lose their bound values first (see log_line.ts). */
const loggerConfig = defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'acik-kapi',
      level: env.get('LOG_LEVEL') ?? 'info',
      serializers: { err: withoutPersonalData, error: withoutPersonalData },
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
