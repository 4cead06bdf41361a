import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { Acceptances, Figures, Promises, ReturnPairs, Solved } = controllers.insight

/** What managers watch. */
export function figures() {
  router
    .get('/izleme/oneriler', [Acceptances, 'index'])
    .as('acceptances.index')
    .use(middleware.may('figures.see'))
  router.get('/izleme', [Figures, 'index']).as('figures.index').use(middleware.may('figures.see'))
  router
    .get('/izleme/iadeler', [ReturnPairs, 'index'])
    .as('return_pairs.index')
    .use(middleware.may('figures.see'))
  router
    .get('/izleme/sozler', [Promises, 'index'])
    .as('promises.index')
    .use(middleware.may('figures.see'))
  router
    .get('/izleme/cozuldu', [Solved, 'index'])
    .as('solved.index')
    .use(middleware.may('figures.see'))
}
