/**
 * Everything that may be set from outside, checked once at start. What a development machine
 * needs has a default; what a server must decide has none. Explained in docs/operations.
 */
import { Env } from '@adonisjs/core/env'
import { Settings } from 'luxon'
import { addresses, networks, retiredKeys, slipKey, wholeNumber } from '#start/env_rules'

Settings.defaultZone = 'utc'

export default await Env.create(new URL('../', import.meta.url), {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  PORT: Env.schema.number(),
  HOST: Env.schema.string({ format: 'host' }),
  LOG_LEVEL: Env.schema.enum.optional([
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ] as const),
  APP_KEY: Env.schema.secret(),
  /** By which slips are signed: 32 bytes in base 64; not set: one that comes from APP_KEY. */
  SLIP_KEY: slipKey,
  /** The public keys by which they were signed before, each with its last day: `node ace receipt:rotate`. */
  SLIP_KEYS_RETIRED: retiredKeys,
  APP_URL: Env.schema.string.optional({ format: 'url', tld: false }),
  /** Compress pages here; switch off behind a server that does it. */
  COMPRESS: Env.schema.boolean.optional(),
  /** Addresses of the reverse proxy whose X-Forwarded-* headers are believed, comma separated. */
  TRUSTED_PROXIES: addresses,

  DB_CONNECTION: Env.schema.enum(['sqlite', 'mysql'] as const),
  SQLITE_FILE: Env.schema.string.optional(),
  DB_HOST: Env.schema.string.optional(),
  DB_PORT: Env.schema.number.optional(),
  DB_SOCKET: Env.schema.string.optional(),
  DB_USER: Env.schema.string.optional(),
  DB_PASSWORD: Env.schema.string.optional(),
  DB_DATABASE: Env.schema.string.optional(),
  DB_POOL: wholeNumber(2),

  SESSION_DRIVER: Env.schema.enum(['database', 'memory'] as const),
  /** Hours after which an officer signs in again, however busy the session was; 12 when not set. */
  SESSION_HOURS: wholeNumber(1),
  /** The house's own networks, comma separated, e.g. "10.20.0.0/16": wrong passwords count apart there. */
  HOUSE_NETWORKS: networks,

  /** Run the worker inside the web process (the rule on SQLite, the exception on MariaDB). */
  WORKER_IN_WEB: Env.schema.boolean.optional(),

  /**
   * Who carries text messages, the preferred one first: "smpp", or "turk:smpp, yedek:http". The
   * settings of each begin with its name (SMPP_HOST, TURK_HOST …): app/sms/settings/.
   */
  SMS_GATEWAYS: Env.schema.string(),
  /** Hours after which a receipt is no longer waited for; 72 when not set. */
  SMS_RECEIPT_HOURS: wholeNumber(1),
  /** "21:00-08:00", as it is in production when not set: no text leaves in between; "none": at any hour. */
  SMS_QUIET_HOURS: Env.schema.string.optional(),
  /** Texts a day to one number; 5 in production when not set; 0: no limit. */
  SMS_DAILY_CAP: wholeNumber(0),

  /** Texts a day that strangers cause, in all; 3000 in production when not set; 0: no limit. */
  SMS_DAILY_CEILING: wholeNumber(0),
  /** E-mails a day to one address; 5 in production when not set; 0: no limit. */
  MAIL_DAILY_CAP: wholeNumber(0),
  /** E-mails a day that strangers cause, in all; 3000 in production when not set; 0: no limit. */
  MAIL_DAILY_CEILING: wholeNumber(0),

  /** Days after which messages go, receipts, and who looked at what: config/retention.ts. */
  KEEP_MESSAGES_DAYS: Env.schema.number.optional(),
  KEEP_RECEIPTS_DAYS: Env.schema.number.optional(),
  KEEP_VIEWS_DAYS: Env.schema.number.optional(),

  /** Where attachments lie, sealed; tmp/files when not set. */
  FILES_FOLDER: Env.schema.string.optional(),
  /** A scanner of files (clamd): "/run/clamav/clamd.ctl" or "127.0.0.1:3310"; not set: none is asked. */
  CLAMD: Env.schema.string.optional(),
  /** Files an hour from one address; 600 in production when not set; 0: no limit. */
  FILES_PER_HOUR: wholeNumber(0),

  /** Petitions an hour from one address; 300 in production when not set; 0: no limit. */
  PETITIONS_PER_HOUR: wholeNumber(0),
  /** Petitions a day with one telephone, and with one e-mail address; 10 in production when not set; 0: no limit. */
  PETITIONS_PER_DAY: wholeNumber(0),

  /** Raised by one: forms of a cut line are sealed to another key; 1 when not set. */
  OUTAGE_KEY: wholeNumber(1),

  MAIL_MAILER: Env.schema.enum(['smtp', 'none'] as const),
  MAIL_FROM_ADDRESS: Env.schema.string.optional(),
  SMTP_HOST: Env.schema.string.optional(),
  SMTP_PORT: Env.schema.number.optional(),
  SMTP_USERNAME: Env.schema.string.optional(),
  SMTP_PASSWORD: Env.schema.string.optional(),
  /** Not set: to another machine with TLS only; "false": also without. */
  SMTP_TLS: Env.schema.boolean.optional(),

  /**
   * A server in the house's own network that proposes drafts of answers, as llama.cpp and vLLM offer it:
   * "http://127.0.0.1:8080". Not set: there is none. docs/operations/assistant.md.
   */
  ASSISTANT_URL: Env.schema.string.optional(),
  ASSISTANT_MODEL: Env.schema.string.optional(),
  /** What the server asks for; not set: nothing. */
  ASSISTANT_KEY: Env.schema.secret.optional(),
  /** Seconds for which an officer waits; 20 when not set, 55 at most. */
  ASSISTANT_SECONDS: wholeNumber(1),

  /** The bureau's mailbox, whose mails become proposals at the desk; not set: there is none. */
  IMAP_HOST: Env.schema.string.optional(),
  /** 993 when not set. */
  IMAP_PORT: Env.schema.number.optional(),
  IMAP_USERNAME: Env.schema.string.optional(),
  IMAP_PASSWORD: Env.schema.string.optional(),
  /** Not set: to another machine with TLS only; "false": also without. */
  IMAP_TLS: Env.schema.boolean.optional(),
  /** INBOX when not set. */
  IMAP_FOLDER: Env.schema.string.optional(),
  /** Kısa ad of the authority whose mailbox it is; needed where several stand on one server. */
  IMAP_AUTHORITY: Env.schema.string.optional(),
})
