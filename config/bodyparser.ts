import { defineConfig } from '@adonisjs/core/bodyparser'

/** 256 kB holds the longest petition ten times over; nothing larger is read into memory. */
export default defineConfig({
  allowedMethods: ['POST'],
  form: {
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: ['application/x-www-form-urlencoded'],
    limit: '256kb',
  },
  json: { convertEmptyStringsToNull: false, types: ['application/json'], limit: '256kb' },
  multipart: {
    autoProcess: false,
    convertEmptyStringsToNull: false,
    processManually: [],
    limit: '256kb',
    fieldsLimit: '256kb',
    types: ['multipart/form-data'],
  },
})
