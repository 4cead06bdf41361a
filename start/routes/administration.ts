import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware } from '#start/kernel'

const { Changes, Overviews } = controllers.administration

/** Yönetim: an authority kept by the people who work there. */
export function pages() {
  router
    .group(() => {
      router
        .get('/', [Overviews, 'show'])
        .as('administration.index')
        .use(middleware.may('administration.see'))
      router
        .get('/degisiklikler', [Changes, 'index'])
        .as('changes.index')
        .use(middleware.may('changes.see'))
    })
    .prefix('/yonetim')
}
