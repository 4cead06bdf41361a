/** A mail as it comes over the line; say only what the test is about. */
export function written(about: Partial<Written> = {}) {
  const { from, subject, text, headers = {}, files = [] } = { ...USUAL, ...about }
  const lot = String(++written.count)
  const head = Object.entries({
    'From': from,
    'To': 'buro@kurum.example',
    'Subject': subject,
    'Message-ID': `<${lot}@ornek.example>`,
    'Date': 'Sun, 29 Nov 2026 10:00:00 +0300',
    'MIME-Version': '1.0',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  if (files.length === 0) {
    const typed = 'Content-Type' in headers ? [] : ['Content-Type: text/plain; charset=utf-8']
    return [...head, ...typed, '', text].join('\n')
  }
  const parts = files.map(({ name, content, type = 'application/octet-stream' }) => [
    `Content-Type: ${type}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    content.toString('base64').replace(/.{76}/g, '$&\n'),
  ])
  const all = [['Content-Type: text/plain; charset=utf-8', '', text], ...parts]
  const body = all.flatMap((part) => ['--sinir', ...part])
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary=sinir',
    '',
    ...body,
    '--sinir--',
    '',
  ].join('\n')
}
written.count = 0

interface Written {
  from: string
  subject: string
  text: string
  headers: Record<string, string>
  files: { name: string; content: Buffer; type?: string }[]
}

const USUAL = {
  from: 'Ayse Deneme <ayse@ornek.example>',
  subject: 'Sokak lambasi',
  text: 'Sokağımızın lambaları bir haftadır yanmıyor.',
}
