import { Logger } from '@adonisjs/core/logger'
import app from '@adonisjs/core/services/app'
import type { TestContext } from '@japa/runner/core'

/** From here to the end of the test: every line that the log would hold at its most talkative, whole. */
export async function heardLog({ cleanup }: Pick<TestContext, 'cleanup'>) {
  const lines: string[] = []
  const logger = await app.container.make('logger')
  const usual = logger.pino
  const { loggers } = app.config.get<{ loggers: { app: { enabled: true } } }>('logger')
  const destination = { write: (line: string) => void lines.push(line) }
  logger.pino = new Logger({ ...loggers.app, level: 'trace', destination }).pino
  cleanup(() => {
    logger.pino = usual
  })
  return lines
}
