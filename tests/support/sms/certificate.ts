import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/**
 * A certificate for 127.0.0.1 that signs itself, made afresh for each run so that no private key lies
 * in the repository. Just enough DER (X.690) for X.509 with Ed25519 (RFC 8410).
 */
export function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const body = sequence(
    tagged(0xa0, Buffer.of(0x02, 0x01, 0x02)),
    tagged(0x02, Buffer.concat([Buffer.of(0x01), randomBytes(7)])),
    ED25519,
    NAME,
    sequence(date(-1), date(+1)),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(LOOPBACK))
  )
  const signature = tagged(0x03, Buffer.concat([Buffer.of(0), sign(null, body, privateKey)]))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: pem(sequence(body, ED25519, signature)),
  }
}

const ED25519 = sequence(Buffer.from('06032b6570', 'hex'))

/** CN=sms */
const NAME = sequence(
  tagged(0x31, sequence(Buffer.from('0603550403', 'hex'), tagged(0x0c, Buffer.from('sms'))))
)

/** subjectAltName: 127.0.0.1 */
const LOOPBACK = sequence(
  Buffer.from('0603551d11', 'hex'),
  tagged(0x04, sequence(Buffer.of(0x87, 4, 127, 0, 0, 1)))
)

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function date(days: number): Buffer {
  const at = new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '')
  return tagged(0x17, Buffer.from(`${at.slice(2, 14)}Z`))
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g)!
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
