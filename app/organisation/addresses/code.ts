import { readdirSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import { installation } from './site.ts'

/** What an authority is called in addresses: /edremit. */
export const CODE = /^[a-z0-9-]{2,40}$/

/** Whether the house's own pages or files stand there, or below /en. */
export function isReserved(code: string) {
  return ownWords().has(code)
}

/** Codes that a later version has pages for: their offices are found by their hosts alone. */
export async function codesInTheWay() {
  const { alone, authorities } = await installation()
  return alone ? [] : authorities.map(({ code }) => code).filter(isReserved)
}

/** Later versions add words: no list of them is written down. */
function ownWords() {
  router.commit()
  const patterns = Object.values(router.toJSON())
    .flat()
    .map(({ pattern }) => pattern)
  const words = patterns.flatMap(
    (pattern) => pattern.replace(/^\/en(?=\/)/, '').split('/')[1] ?? []
  )
  return new Set(['en', ...words, ...readdirSync(app.publicPath())])
}
