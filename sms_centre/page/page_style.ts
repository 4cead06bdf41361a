export const STYLE = `:root {
  --ink: #16202c;
  --quiet: #4a5868;
  --mist: #f3f6fa;
  --navy: #123a6b;
  --navy-wash: #e7eef8;
  --line: #8592a3;
}
* { box-sizing: border-box; margin: 0; }
body { background: #fff; color: var(--ink); font: 16px/1.45 system-ui, sans-serif; }
a { color: #0b4f9e; }
a:focus-visible { outline: 3px solid #ffc845; outline-offset: 2px; box-shadow: 0 0 0 2px var(--ink); }
.head { padding: 16px; border-bottom: 3px solid #b3132b; }
.head h1 { color: var(--navy); font-size: 22px; }
.head p, .count, .empty { color: var(--quiet); max-width: 66ch; }
main { padding: 16px; }
.count { margin-bottom: 12px; }
.telephones {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr));
  gap: 16px;
  align-items: start;
}
.telephone { border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
.telephone h2 {
  background: var(--navy);
  color: #fff;
  font-size: 16px;
  font-variant-numeric: tabular-nums;
  padding: 8px 12px;
}
.telephone ol { list-style: none; padding: 12px; display: grid; gap: 12px; background: var(--mist); }
.telephone li { background: #fff; border: 1px solid #c9d6e8; border-radius: 12px 12px 12px 4px; padding: 8px 12px; }
.sender { color: var(--navy); font-weight: 600; font-size: 15px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.facts { color: var(--quiet); font-size: 15px; margin-top: 4px; font-variant-numeric: tabular-nums; }
`

/** Looks every three seconds; without it the link in the head does. Writes only when there is news. */
export const SCRIPT = `const telephones = document.getElementById('telephones')
setInterval(async () => {
  if (document.hidden) return
  const answer = await fetch(location.href).catch(() => null)
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById('telephones')
  if (fresh && fresh.innerHTML !== telephones.innerHTML) telephones.innerHTML = fresh.innerHTML
}, 3000)
`
