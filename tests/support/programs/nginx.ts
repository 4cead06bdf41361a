import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { says } from '../running/program.js'
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
    const args = ['-p', folder, '-c', config, '-e', 'stderr']
    const server = spawn(path()!, [...args, '-g', 'daemon off;'], { stdio: 'pipe' })
    const gone = new Promise((done) => server.once('exit', done))
    await says('start worker process', server)
    return {
      /** Every line about a request so far. */
      log: () => readFileSync(join(folder, 'access.log'), 'utf8'),
      async stop() {
        server.kill('SIGTERM')
        await gone
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}

/** What stands around conf.d in Debian's nginx.conf, in a folder of the test's own. */
function frame(folder: string, configuration: string) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid ${folder}/nginx.pid;
    error_log stderr notice;
    events {}
    http {
      include /etc/nginx/mime.types;
      access_log ${folder}/access.log;
      ${temporary.map((one) => `${one}_temp_path ${folder}/${one};`).join('\n')}
      ${configuration}
    }`
}
