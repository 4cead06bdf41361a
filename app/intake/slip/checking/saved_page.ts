import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

/** What the page loads, in the order in which one needs the other. */
const SCRIPTS = ['sha512.js', 'ed25519.js', 'slip_check.js']

let script: string | undefined

/**
 * The page's scripts as one, for a file that works where there is no server: without what they take from
 * one another by name.
 */
export function savedScript() {
  return (script ??= SCRIPTS.map(alone).join(''))
}

/** For the file's own policy, which it carries with it. */
export function hashOf(text: string) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function alone(file: string) {
  return readFileSync(app.publicPath(file), 'utf8')
    .replace(/^import [^;]+ from '[^']+'$/gm, '')
    .replace(/^export \{[^}]*\};?$/gm, '')
    .replace(/^export function/gm, 'function')
}
