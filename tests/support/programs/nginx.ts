import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandPath } from './command_path.js'

/** Debian keeps servers out of an ordinary person's PATH. */
const path = () => commandPath('nginx', ['/usr/sbin', '/usr/local/sbin'])

/** nginx with the configuration of a guide: only its ports, files and certificate are the test's. */
export const Nginx = {
  MISSING: 'nginx is not installed',

  get isInstalled() {
    return path() !== null
  },

  /**
   * @param configuration as it stands in conf.d
   * @param replaced what of it is other on this machine
   */
  async start(
    configuration: string,
    {
      ports,
      certificate,
      replaced,
    }: {
      ports: { http: number; https: number }
      certificate: { key: string; cert: string }
      replaced: Record<string, string>
    }
  ) {
    const folder = mkdtempSync(join(tmpdir(), 'acik-kapi-nginx-'))
    const file = (name: string, text = '') => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }
    const here = configuration
      .replace(/^\s*listen \[::\].*$/gm, '')
      .replace(/listen 80\b/g, `listen 127.0.0.1:${ports.http}`)
      .replace(/listen 443\b/g, `listen 127.0.0.1:${ports.https}`)
      .replace(/ssl_certificate \S+;/, `ssl_certificate ${file('cert.pem', certificate.cert)};`)
      .replace(
        /ssl_certificate_key \S+;/,
        `ssl_certificate_key ${file('key.pem', certificate.key)};`
      )
      .replaceAll('/opt/acik-kapi/public', resolve('public'))
    const whole = Object.entries(replaced).reduce((text, [a, b]) => text.replaceAll(a, b), here)
    const config = file('nginx.conf', frame(folder, whole))
    const args = ['-p', folder, '-c', config, '-e', join(folder, 'error.log')]
    execFileSync(path()!, ['-t', ...args], { stdio: 'pipe' })
    const server = spawn(path()!, [...args, '-g', 'daemon off;'], { stdio: 'ignore' })
    const gone = new Promise((done) => server.once('exit', done))
    while (!(await answers(ports.https))) await pause(20)
    return async () => {
      server.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** What stands around conf.d in Debian's nginx.conf, in a folder of the test's own. */
function frame(folder: string, configuration: string) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid ${folder}/nginx.pid;
    events {}
    http {
      include /etc/nginx/mime.types;
      access_log ${folder}/access.log;
      ${temporary.map((one) => `${one}_temp_path ${folder}/${one};`).join('\n')}
      ${configuration}
    }`
}

function answers(port: number) {
  return new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
}
