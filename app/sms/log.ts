/** The part of pino that gateways speak to. Neither a telephone number nor a text ever goes there. */
export interface Log {
  info(data: object, message: string): void
  warn(data: object, message: string): void
  error(data: object, message: string): void
}

export const SILENT: Log = { info() {}, warn() {}, error() {} }
