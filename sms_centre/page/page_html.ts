import { type ShownMessage } from '../telephones.ts'

const ALPHABETS: Record<ShownMessage['alphabet'], string> = {
  'GSM-7': 'temel harfler',
  'Turkish single shift': 'Türkçe tablo (tekli geçiş)',
  'Turkish locking shift': 'Türkçe tablo (kilitli geçiş)',
  'UCS-2': 'geniş harfler (UCS-2)',
}

const clock = new Intl.DateTimeFormat('tr-TR', {
  timeZone: 'Europe/Istanbul',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/**
 * The telephones as a page; the one that got the newest message comes first.
 * @param count of all messages, also those that are not shown
 */
export function pageOf(messages: ShownMessage[], count: number): string {
  return `<!DOCTYPE html>
<html lang="tr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SMS merkezi (deneme)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/centre.css">
<script src="/centre.js" defer></script>
</head>
<body>
<header class="head">
<h1>SMS merkezi</h1>
<p>Deneme içindir: hiçbir mesaj bu bilgisayardan dışarı çıkmaz. <a href="/">Yenile</a></p>
</header>
<main id="telephones">
${body(messages, count)}
</main>
</body>
</html>
`
}

function body(messages: ShownMessage[], count: number): string {
  const telephones = Map.groupBy(messages, ({ to }) => to)
  if (telephones.size === 0) {
    return '<p class="empty">Henüz mesaj yok. Gönderilen mesajlar, telefonda görüneceği gibi burada görünür.</p>'
  }
  const newestFirst = [...telephones].sort(([, a], [, b]) => +b.at(-1)!.at - +a.at(-1)!.at)
  return `<p class="count">${counted(messages.length, count)}</p>
<div class="telephones">
${newestFirst.map(([to, shown]) => telephone(to, shown)).join('\n')}
</div>`
}

function counted(shown: number, all: number): string {
  return all > shown ? `${all} mesaj, son ${shown} tanesi:` : `${all} mesaj`
}

function telephone(to: string, messages: ShownMessage[]): string {
  const id = `t${to.replace(/\W/g, '')}`
  return `<section class="telephone" aria-labelledby="${id}">
<h2 id="${id}">${grouped(to)}</h2>
<ol>
${messages.map(bubble).join('\n')}
</ol>
</section>`
}

function bubble({ from, text, at, alphabet, parts, told }: ShownMessage): string {
  const size = parts.of > 1 ? `${parts.of} parça` : 'tek parça'
  const state = told ? 'bildirim gönderildi' : 'bildirim bekliyor'
  return `<li>
<p class="sender">${escaped(from)}</p>
<p class="text">${escaped(text)}</p>
<p class="facts"><time datetime="${at.toISOString()}">${clock.format(at)}</time> · ${size} · ${ALPHABETS[alphabet]} · ${state}</p>
</li>`
}

/** `905000123456` as people write it: `+90 500 012 34 56`. */
function grouped(number: string): string {
  const digits = /^90(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(number)
  return digits ? `+90 ${digits.slice(1).join(' ')}` : escaped(number)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
