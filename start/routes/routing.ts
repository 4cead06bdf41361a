import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { Queue } = controllers.routing

/** What waits at the bureau to be routed. */
export function queue() {
  router.get('/masa', [Queue, 'index']).as('queue.index').use(middleware.may('queue.see'))
}
