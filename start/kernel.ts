/**
 * What every request passes through. Session, sign-in and CSRF are named: only pages behind the
 * sign-in pay for them; a citizen's page carries nothing.
 */
import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'

server.errorHandler(() => import('#exceptions/handler'))

server.use([() => import('@adonisjs/static/static_middleware')])

router.use([() => import('@adonisjs/core/bodyparser_middleware')])

export const middleware = router.named({})
