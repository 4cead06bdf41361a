// Has the page /masa/kesinti kept for when the line is cut, by a worker that answers for that page alone.

/** @returns whether it is kept: false where the browser has no such thing, or could not fetch the page */
export async function keepPage() {
  if (!navigator.serviceWorker) return false
  try {
    const scope = { scope: '/masa/kesinti', updateViaCache: 'none' }
    const registration = await navigator.serviceWorker.register('/kesinti.js', scope)
    if (registration.active) registration.active.postMessage('fill')
    return Boolean(registration.active) || (await installed(registration))
  } catch {
    return false
  }
}

function installed({ installing, waiting }) {
  const worker = installing || waiting
  return new Promise((resolve) => {
    if (!worker) return resolve(false)
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(true)
      if (worker.state === 'redundant') resolve(false)
    })
  })
}
