import type { ApiClient, ApiRequest } from '@japa/api-client'
import { FormToken } from '../../../../app/intake/form/form_token.ts'

/** Where a citizen's form goes that comes with files. */
export const TO = '/basvuru/dosya'

/** A form as somebody fills it in; say only what the test is about. */
export function fields(about: Record<string, string> = {}) {
  return {
    token: FormToken.issue(),
    text: 'Sokağımızın lambaları yanmıyor.',
    kind: 'complaint',
    name: 'Mehmet Deneme',
    nationalId: '12345678950',
    phone: '0500 012 34 56',
    ...about,
  }
}

/** The form as a browser sends it, with these files. */
export function send(
  client: ApiClient,
  form: Record<string, string>,
  files: Record<string, Buffer>,
  to = TO
) {
  return filledIn(client.post(to).redirects(0), form, files)
}

/** The same of any form that comes with files. */
export function filledIn(
  request: ApiRequest,
  form: Record<string, string>,
  files: Record<string, Buffer> = {}
) {
  for (const [name, value] of Object.entries(form)) request.field(name, value)
  for (const [filename, content] of Object.entries(files)) {
    request.file('files', content, { filename })
  }
  return request
}
