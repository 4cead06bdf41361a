import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { Handovers, Queue } = controllers.routing

/** What the authority handed over to others, and what became of it. */
export function handovers() {
  router
    .get('/sevkler', [Handovers, 'index'])
    .as('handovers.index')
    .use(middleware.may('handovers.see'))
}

/** What waits at the bureau to be routed. */
export function queue() {
  router.get('/masa', [Queue, 'index']).as('queue.index').use(middleware.may('queue.see'))
}
