/**
 * What every request passes through. Session, sign-in and CSRF are named: only pages behind the
 * sign-in pay for them; a citizen's page carries nothing.
 */
import router from '@adonisjs/core/services/router'
import server from '@adonisjs/core/services/server'
import { admitting } from '#middleware/admission/admission'

server.errorHandler(() => import('#exceptions/handler'))

// Before the framework makes anything of a request.
server.handle = admitting(server.handle.bind(server)) as typeof server.handle

server.use([
  () => import('#middleware/page_headers_middleware'),
  () => import('#middleware/files_middleware'),
])

router.use([
  () => import('#middleware/compress_middleware'),
  () => import('#middleware/setup/setup_middleware'),
  () => import('#middleware/page_middleware'),
  () => import('#middleware/body_middleware'),
])

export const middleware = router.named({
  ownForm: () => import('#middleware/own_form_middleware'),
  office: () => import('#middleware/office_middleware'),
  session: () => import('@adonisjs/session/session_middleware'),
  auth: () => import('@adonisjs/auth/initialize_auth_middleware'),
  staff: () => import('#middleware/staff/staff_middleware'),
  csrf: () => import('@adonisjs/shield/shield_middleware'),
  capacity: () => import('#middleware/staff/capacity_middleware'),
  upload: () => import('#middleware/upload_middleware'),
  telephone: () => import('#middleware/telephone_middleware'),
  arrivals: () => import('#middleware/arrivals_middleware'),
  may: () => import('#middleware/staff/may_middleware'),
})
