// The fastest that this machine's Node can say anything over HTTP: what all else is compared with.
import { createServer } from 'node:http'

createServer((_, response) => response.end('Merhaba')).listen(Number(process.env.PORT), '127.0.0.1')
