import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { defineConfig } from '@adonisjs/core/http'
import { badAddress } from '#exceptions/unreadable_request'

export const appUrl = env.get('APP_URL') ?? `http://${env.get('HOST')}:${env.get('PORT')}`

const trustedProxies = new Set(
  (env.get('TRUSTED_PROXIES') ?? '').split(',').map((address) => address.trim())
)

export const http = defineConfig({
  onBadUrl: badAddress,
  allowMethodSpoofing: false,
  useAsyncLocalStorage: false,
  redirect: { forwardQueryString: false },
  // Of a connection that has just gone there is no address, whatever its type says.
  trustProxy: (address?: string) => trustedProxies.has(String(address).replace(/^::ffff:/, '')),
  cookie: {
    domain: '',
    path: '/',
    maxAge: '2h',
    httpOnly: true,
    secure: app.inProduction,
    sameSite: 'lax',
  },
})
