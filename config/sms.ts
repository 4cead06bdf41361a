import env from '#start/env'

/** How text messages leave the house. Windows are counted in messages, rates in messages a second. */
export default {
  gateway: env.get('SMS_GATEWAY'),
  alphabet: env.get('SMS_ALPHABET') ?? 'single',
  quietHours: env.get('SMS_QUIET_HOURS'),
  dailyCap: env.get('SMS_DAILY_CAP'),
  smpp: {
    host: env.get('SMPP_HOST') ?? '127.0.0.1',
    port: env.get('SMPP_PORT') ?? 2775,
    systemId: env.get('SMPP_SYSTEM_ID') ?? 'acikkapi',
    password: env.get('SMPP_PASSWORD') ?? '',
    sender: env.get('SMPP_SENDER') ?? 'ACIKKAPI',
    window: env.get('SMPP_WINDOW') ?? 10,
    perSecond: env.get('SMPP_PER_SECOND'),
    tls: env.get('SMPP_TLS') ?? false,
    ca: env.get('SMPP_CA'),
  },
}
