import { defineConfig } from '@adonisjs/shield'

/**
 * For pages behind the sign-in. Public pages carry no session and so no CSRF token of this kind:
 * see app/middleware/own_form_middleware.ts. Headers that every page carries are set in
 * app/middleware/page_headers_middleware.ts.
 */
export default defineConfig({
  csp: { enabled: false, directives: {}, reportOnly: false },
  csrf: { enabled: true, exceptRoutes: [], enableXsrfCookie: false, methods: ['POST'] },
  xFrame: { enabled: false },
  hsts: { enabled: false },
  contentTypeSniffing: { enabled: false },
})
